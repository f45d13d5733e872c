using System.Text.Json;

namespace EvalGate.Files;

/// <summary>One line of a JSON Lines file.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Value">The value; null for a line that is no JSON, or longer than 16 MB.</param>
public readonly record struct JsonLineValue(int Number, JsonElement? Value);

/// <summary>Reads JSON Lines of somebody else's making, line by line.</summary>
public static class JsonLinesFile
{
    /// <summary>The lines that are not blank.</summary>
    /// <param name="path">The file, UTF-8.</param>
    /// <exception cref="FilesException">There is no such file, or it may not be read.</exception>
    public static IEnumerable<JsonLineValue> Read(string path)
    {
        using var stream = Disk.OpenRead(path);
        var lines = new LineReader(stream, CaseReader.LongestLine);
        while (Disk.Access(path, lines.Next) is { } line)
        {
            if (!line.IsBlank)
            {
                yield return new(line.Number, Value(line));
            }
        }
    }

    private static JsonElement? Value(Line line)
    {
        try
        {
            using var json = line.IsTooLong ? null : JsonStyle.Parse(line.Bytes);
            return json?.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
