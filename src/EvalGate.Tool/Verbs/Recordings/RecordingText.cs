using System.Globalization;
using EvalGate.Commands;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Reports;

namespace EvalGate.Tool.Verbs;

/// <summary>The recordings of a suite in words.</summary>
internal static class RecordingText
{
    private const int Most = 5;

    public static string Of(RecordingCensus census)
    {
        var calls = census.Kept.Sum(f => f.Case.Calls.Count);
        string[] lines =
        [
            string.Create(CultureInfo.InvariantCulture, $"{census.Suite.Suite.Name}: {Figures.Count(calls, "call")} of {Figures.Count(census.Kept.Count, "case")}{Oldest(census)}"),
            .. Listed("missing: a replay fails for", census.Missing),
            .. Listed("damaged:", census.Damaged),
            .. Listed("expired:", Ids(census.Expired)),
            .. Listed("of cases that are gone:", Ids(census.Orphans)),
            .. Listed("of repetitions that are gone:", Ids(census.Surplus)),
        ];
        return string.Join('\n', lines) + "\n" + Next(census);
    }

    public static IReadOnlyList<string> Ids(IEnumerable<RecordedFile> files) => [.. files.Select(f => ShownText.Of(f.Case.CaseId))];

    private static string Oldest(RecordingCensus census) => census.Kept.SelectMany(f => f.Case.Calls).Select(c => c.Recorded).DefaultIfEmpty().Min() is var day && day == default
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $", the oldest of {day:yyyy-MM-dd}");

    private static string[] Listed(string what, IReadOnlyList<string> items) => items.Count == 0 ? [] : [$"  {what} {Phrases.Some(items, Most)}"];

    private static string Next(RecordingCensus census) => census switch
    {
        { Missing.Count: > 0 } => "Next: EVALGATE_RECORDINGS=auto dotnet test\n",
        _ when census.Expired.Any() => $"Next: evalgate recordings refresh {census.Suite.Suite.Name}\n",
        _ when census.Orphans.Count > 0 || census.Surplus.Any() => $"Next: evalgate recordings prune {census.Suite.Suite.Name}\n",
        _ => "",
    };
}
