using System.Text.Json;

namespace EvalGate.Model;

/// <summary>What a path starts from.</summary>
public enum PathRoot
{
    /// <summary>The case's input.</summary>
    Input,

    /// <summary>The case's expected value.</summary>
    Expected,

    /// <summary>The subject's output.</summary>
    Output,
}

/// <summary>A path such as <c>output.answer</c> or <c>input.items.0.name</c>, walked through the JSON of a value.</summary>
/// <param name="Root">Where the walk starts.</param>
/// <param name="Steps">Property names, or indices into arrays; none for the whole value.</param>
public sealed record JsonPath(PathRoot Root, IReadOnlyList<string> Steps)
{
    /// <summary>Reads a path.</summary>
    /// <param name="text"><c>input</c>, <c>expected</c> or <c>output</c>, then steps behind dots.</param>
    /// <param name="path">The path, or null when the text is none.</param>
    /// <returns>False when the root is another word or a step is empty.</returns>
    public static bool TryParse(string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out JsonPath? path)
    {
        var parts = text.Split('.');
        PathRoot? root = parts[0] switch
        {
            "input" => PathRoot.Input,
            "expected" => PathRoot.Expected,
            "output" => PathRoot.Output,
            _ => null,
        };
        path = root is null || parts.Any(p => p.Trim().Length == 0) ? null : new JsonPath(root.Value, parts[1..]);
        return path is not null;
    }

    /// <summary>Walks the path.</summary>
    /// <param name="root">The value that <see cref="Root"/> names.</param>
    /// <returns>The value at the end, or null when a step is missing. JSON null is a value.</returns>
    public JsonElement? Find(JsonElement root)
    {
        var value = root;
        foreach (var step in Steps)
        {
            if (!TryStep(value, step, out value))
            {
                return null;
            }
        }

        return value.ValueKind == JsonValueKind.Undefined ? null : value;
    }

    /// <summary>Walks the path in what a scorer sees.</summary>
    /// <param name="input">The case and the output.</param>
    /// <returns>The value at the end, or null when a step is missing.</returns>
    public JsonElement? In(ScorerInput input) => Find(Root switch
    {
        PathRoot.Input => input.Input,
        PathRoot.Expected => input.Expected,
        _ => input.Output,
    });

    /// <summary>The path as it is written.</summary>
    public override string ToString() => string.Join('.', Steps.Prepend(Root.ToString().ToLowerInvariant()));

    /// <summary>Paths are equal when they are written alike.</summary>
    /// <param name="other">Another path.</param>
    public bool Equals(JsonPath? other) => other is not null && Root == other.Root && Steps.SequenceEqual(other.Steps, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Root, Steps.Count);

    private static bool TryStep(JsonElement value, string step, out JsonElement next)
    {
        next = default;
        if (value.ValueKind == JsonValueKind.Object)
        {
            return value.TryGetProperty(step, out next);
        }

        if (value.ValueKind == JsonValueKind.Array && int.TryParse(step, System.Globalization.NumberStyles.None, null, out var index)
            && index < value.GetArrayLength())
        {
            next = value[index];
            return true;
        }

        return false;
    }
}
