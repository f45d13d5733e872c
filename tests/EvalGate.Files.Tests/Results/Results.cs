using EvalGate.Model;

namespace EvalGate.Files.Tests;

/// <summary>Result files for tests, read by name.</summary>
internal static class Results
{
    public static ResultColumns Columns { get; } = new()
    {
        Scores = [new("correct", null), new("score", new ValueRange(1, 5))],
        Slices = ["language"],
    };

    public static ResultReading Read(string name, string text, ResultColumns? columns = null) => Read([(name, text)], columns);

    public static ResultReading Read(IReadOnlyList<(string Name, string Text)> files, ResultColumns? columns = null)
    {
        using var folder = new TempFolder();
        foreach (var (name, text) in files)
        {
            folder.Write(name, text);
        }

        return ResultReader.Read(folder.Path, [.. files.Select(f => f.Name)], columns ?? Columns);
    }

    /// <summary>A table as lines of text, rows sorted: two files say the same if and only if these are equal.</summary>
    public static string[] Lines(ResultTable table) =>
    [
        .. table.Cases.Select((c, row) => string.Join(
            ' ',
            [
                table.Ids.Text(c),
                .. table.Slices.Where(s => s.Numbers.Count > 0).Select(s => $"{s.Name}={string.Join('+', s.Sets[s.Numbers[c]])}"),
                .. table.Groups is { Numbers.Count: > 0 } groups && groups.Numbers[c] >= 0 ? [$"group={groups.Names.Text(groups.Numbers[c])}"] : Array.Empty<string>(),
                .. table.Scores.Select(s => $"{s.Name}={s.Values[row].ToString("R", System.Globalization.CultureInfo.InvariantCulture)}"),
            ])).Order(StringComparer.Ordinal),
    ];
}
