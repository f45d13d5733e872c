using System.Globalization;
using System.Text.Json;
using EvalGate.Model;

namespace EvalGate.Scoring;

/// <summary>The settings of one scorer, read by key. They were checked when the suite was read.</summary>
/// <param name="values">Text by key; lists as JSON arrays.</param>
public sealed class ScorerSettings(IReadOnlyDictionary<string, string> values)
{
    /// <summary>A text, or null when the key is not set.</summary>
    /// <param name="key">The key.</param>
    public string? Text(string key) => values.GetValueOrDefault(key);

    /// <summary>A path, or null when the key is not set.</summary>
    /// <param name="key">The key.</param>
    public JsonPath? Path(string key) => Text(key) is { } text && JsonPath.TryParse(text, out var path) ? path : null;

    /// <summary>A number, or null when the key is not set.</summary>
    /// <param name="key">The key.</param>
    public double? Number(string key) => Text(key) is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>True only when the key is set to <c>true</c>.</summary>
    /// <param name="key">The key.</param>
    public bool Flag(string key) => Text(key) == "true";

    /// <summary>A list of texts; empty when the key is not set.</summary>
    /// <param name="key">The key.</param>
    public IReadOnlyList<string> List(string key) => Text(key) is { } text ? JsonSerializer.Deserialize<string[]>(text) ?? [] : [];
}
