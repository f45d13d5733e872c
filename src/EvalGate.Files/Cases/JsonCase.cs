using System.Text.Json;

namespace EvalGate.Files;

/// <summary>Makes the JSON of a case of its parts.</summary>
public static class JsonCase
{
    /// <summary>A case that expects nothing.</summary>
    /// <param name="id">The id.</param>
    /// <param name="input">The input.</param>
    /// <param name="slices">Declared slice values by attribute.</param>
    public static JsonElement Of(string id, JsonElement input, IReadOnlyDictionary<string, JsonElement> slices)
    {
        var line = JsonLine.Write(json =>
        {
            json.WriteString("id", id);
            json.WritePropertyName("input");
            input.WriteTo(json);
            json.WriteStartObject("slices");
            foreach (var (name, value) in slices)
            {
                json.WritePropertyName(name);
                value.WriteTo(json);
            }

            json.WriteEndObject();
        });
        return JsonElement.Parse(line);
    }
}
