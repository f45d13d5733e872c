using EvalGate.Model;
using EvalGate.Suites.Yaml;

namespace EvalGate.Suites.Reading;

/// <summary>Reads the mix of production from CSV, <c>language,share</c> and a line for each value, as the map that a suite would hold.</summary>
internal static class MixTable
{
    private const int MostRows = 10_000;

    /// <summary>The map; null when there is no head, which the problems then say.</summary>
    public static Map? Read(string text, Problems problems)
    {
        (string Text, int Number)[] lines = [.. text.TrimStart('\uFEFF').Split('\n').Select((line, i) => (line.TrimEnd('\r'), i + 1)).Where(l => l.Item1.Trim().Length > 0)];
        if (lines.Length > MostRows)
        {
            problems.Add(DiagnosticCodes.TooLarge, 0, 0, $"the file has {lines.Length} lines; {MostRows} are allowed.");
            return null;
        }

        Scalar[][] rows = [.. lines.Select(l => Cells(l.Text, l.Number))];
        foreach (var row in rows.Where(r => r.Length != 2))
        {
            problems.Add(DiagnosticCodes.InvalidCsv, row[0].Line, 0, "the line does not have two columns; write lines such as en,70% below the head language,share.");
        }

        if (rows is not [var head, .. var values] || problems.HasErrors)
        {
            return null;
        }

        var attribute = head[0];
        foreach (var twice in values.GroupBy(v => v[0].Text, StringComparer.Ordinal).SelectMany(g => g.Skip(1)))
        {
            problems.Add(DiagnosticCodes.Duplicate, twice[0], $"{twice[0].Kind} is there twice. Remove one.");
        }

        return problems.HasErrors ? null : new(attribute.Line, attribute.Column, [(attribute, new Map(attribute.Line, attribute.Column, [.. values.Select(v => (v[0], (Node)v[1]))]))]);
    }

    /// <summary>The cells of a line. Quotes hold commas, and two of them stand for one.</summary>
    private static Scalar[] Cells(string line, int number)
    {
        var cells = new List<Scalar>();
        for (var start = 0; start <= line.Length;)
        {
            var end = EndOf(line, start);
            var cell = line[start..end].Trim();
            var isQuoted = cell.Length > 1 && cell[0] == '"' && cell[^1] == '"';
            cells.Add(new(number, start + 1, isQuoted ? cell[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : cell, IsPlain: !isQuoted));
            start = end + 1;
        }

        return [.. cells];
    }

    /// <summary>The next comma outside quotes, or the end of the line.</summary>
    private static int EndOf(string line, int start)
    {
        var isQuoted = false;
        for (var i = start; i < line.Length; i++)
        {
            isQuoted ^= line[i] == '"';
            if (line[i] == ',' && !isQuoted)
            {
                return i;
            }
        }

        return line.Length;
    }
}
