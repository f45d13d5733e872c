using System.Text.Json;

namespace EvalGate.Reports;

/// <summary>Numbers in JSON that may be missing.</summary>
public static class JsonNumber
{
    /// <summary>A number; null where there is none, or none that JSON can write.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="name">The member.</param>
    /// <param name="value">The number.</param>
    public static void WriteNumberOrNull(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
