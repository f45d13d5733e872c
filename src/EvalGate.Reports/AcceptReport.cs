using System.Globalization;
using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Reports;

/// <summary>What an acceptance says it accepted.</summary>
public static class AcceptReport
{
    // A build indents what it is told by two.
    private const int Width = 78;
    private const int LongestName = 30;

    private static readonly string Indent = new(' ', 14);

    /// <summary>When, of which commit and stack, how many cases, which metrics repeat, and how it compares with the baseline it replaces.</summary>
    /// <param name="baseline">The new baseline.</param>
    /// <param name="path">Where it was written.</param>
    /// <param name="againstOld">The verdict against the old baseline; null without one.</param>
    public static string Write(Baseline baseline, string path, SuiteVerdict? againstOld)
    {
        var header = baseline.Header;
        var commit = header.Commit is { Length: >= 7 } sha ? $"commit {sha[..7]}" : "outside a git repository";
        (string Name, string Value)[] facts =
        [
            ("stack", Stack(header)),
            .. Repeatability(header),
            ("replaces", againstOld is null ? "nothing, there was no baseline" : $"a baseline; against it, {Headline.Of(againstOld)}"),
        ];
        string[] lines =
        [
            $"EvalGate accepted {CleanText.Of(header.Suite)}: {Figures.Count(baseline.Cases.Count, "case")}, {Figures.Count(header.Runs.Count, "run")}",
            $"{Label("run")}{header.Date.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC, {commit}",
            $"{Label("baseline")}{CleanText.Of(path)}",
            .. facts.SelectMany(f => Wrapping.Lines(f.Value, Width - Indent.Length).Select((line, i) => (i == 0 ? Label(f.Name) : Indent) + line)),
            "Commit it with the change it belongs to; it is reviewed like code.",
        ];
        return string.Join('\n', lines);
    }

    /// <summary>What would be accepted, for somebody who is asked first.</summary>
    /// <param name="runs">The runs to pool, oldest first.</param>
    /// <param name="againstOld">The verdict against the baseline that would be replaced; null without one.</param>
    public static string Preview(IReadOnlyList<Run> runs, SuiteVerdict? againstOld)
    {
        string[] lines =
        [
            $"{CleanText.Of(runs[0].Header.Suite)}: {Figures.Count(runs.Count, "run")} to accept",
            .. runs.Select(r => $"{Label("run")}{r.Header.Started.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC, {Figures.Count(r.Records.Count, "result")}"),
            .. Wrapping.Lines(againstOld is null ? "nothing, there is no baseline yet" : $"a baseline; against it, {Headline.Of(againstOld)}", Width - Indent.Length)
                .Select((line, i) => (i == 0 ? Label("replaces") : Indent) + line),
        ];
        return string.Join('\n', lines);
    }

    private static string Label(string name) => $"  {name}:".PadRight(Indent.Length);

    private static string Stack(BaselineHeader header)
    {
        var parts = header.Stack.OrderBy(s => s.Key, StringComparer.Ordinal)
            .Select(s => $"{CleanText.Of(s.Key, LongestName)} {StackWords.Fingerprint(s.Value)}").ToArray();
        return parts.Length == 0 ? "no component is named" : string.Join(", ", parts);
    }

    /// <summary>Whether the runs came out alike; one run alone cannot tell.</summary>
    private static IEnumerable<(string Name, string Value)> Repeatability(BaselineHeader header)
    {
        (bool? Repeatable, string Name, string Meaning)[] kinds =
        [
            (true, "repeatable", "the same in every run"),
            (false, "sampled", "differs from run to run"),
            (null, "unknown", "one run cannot tell whether it repeats"),
        ];
        return
            from kind in kinds
            let names = header.Metrics.Where(m => m.Value.Repeatable == kind.Repeatable).Select(m => CleanText.Of(m.Key, LongestName)).Order(StringComparer.Ordinal).ToArray()
            where names.Length > 0
            select (kind.Name, $"{string.Join(", ", names)} ({kind.Meaning})");
    }
}
