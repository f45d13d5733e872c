using EvalGate.Model;
using EvalGate.Snapshots;

namespace EvalGate.Reports;

/// <summary>Why the test of a case failed on its snapshot, in the layout of Verify, which its plugins and review tools read.</summary>
public static class SnapshotMessage
{
    private const int MostLines = 60;
    private const int MostPlaces = 10;

    /// <summary>The message.</summary>
    /// <param name="place">The folder, and the case's name in it.</param>
    /// <param name="received">What came out.</param>
    /// <param name="comparison">How it compares.</param>
    /// <param name="suite">The suite's name, for the command that approves.</param>
    public static string Of((string Folder, string Name) place, SnapshotText received, SnapshotComparison comparison, string suite)
    {
        var isNew = comparison.Verdict == SnapshotVerdict.New;
        var (receivedFile, verifiedFile) = ($"{place.Name}.received.{received.Extension}", $"{place.Name}.verified.{received.Extension}");
        var kind = isNew ? "New" : "NotEqual";
        string[] lines =
        [
            $"Directory: {place.Folder}", $"{kind}:", $"  - Received: {receivedFile}", $"    Verified: {verifiedFile}",
            "", "FileContent:", "", $"{kind}:", "", $"Received: {receivedFile}",
            .. isNew ? Shown(received.Text) : Reasons(comparison).Prepend("Compare Result:").Prepend($"Verified: {verifiedFile}"),
            "", $"If it is intended: evalgate snapshots review {suite}",
        ];
        return string.Join('\n', lines);
    }

    /// <summary>Every place that differs, with what was there and what is.</summary>
    /// <param name="differences">The places.</param>
    /// <param name="most">How many lines are shown.</param>
    public static IReadOnlyList<string> Differences(IReadOnlyList<SnapshotDifference> differences, int most)
    {
        var lines = differences.Take(MostPlaces).SelectMany(d => DiffLines.Of(d.Before, d.After, most).Prepend($"{ShownText.Of(d.Path, 100)}:"));
        return [.. lines, .. differences.Count > MostPlaces ? [$"… and {differences.Count - MostPlaces} more places."] : Array.Empty<string>()];
    }

    private static IEnumerable<string> Reasons(SnapshotComparison comparison) => comparison.Verdict switch
    {
        SnapshotVerdict.Stale => ["The output is the approved one, but it was approved for another input of this case: approve it again."],
        SnapshotVerdict.Ambiguous => Differences(comparison.Differences, MostLines).Prepend("Some repetitions came out as approved, and some did not:"),
        _ => Differences(comparison.Differences, MostLines),
    };

    private static IEnumerable<string> Shown(string text)
    {
        var lines = text.Split('\n', MostLines + 1);
        return lines.Take(MostLines).Select(l => CleanText.Of(l.Length <= 1000 ? l : l[..1000] + "…")).Concat(lines.Length > MostLines ? ["…"] : Array.Empty<string>());
    }
}
