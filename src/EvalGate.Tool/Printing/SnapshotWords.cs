using EvalGate.Model;
using EvalGate.Snapshots;

namespace EvalGate.Tool;

/// <summary>The words for kinds of edits and verdicts, which options take and lists show.</summary>
internal static class SnapshotWords
{
    private const int Most = 6;

    public static IReadOnlyList<string> Kinds { get; } = [.. Enum.GetValues<EditKind>().Select(Of)];

    public static string Of(EditKind kind) => kind.ToString().ToLowerInvariant();

    public static string Of(SnapshotVerdict verdict) => verdict switch
    {
        SnapshotVerdict.Ambiguous => "not the same in every repetition",
        SnapshotVerdict.Stale => "approved for another input",
        _ => verdict.ToString().ToLowerInvariant(),
    };

    /// <summary>The first of many ids.</summary>
    public static string Some(IReadOnlyCollection<string> cases) => string.Join(", ", cases.Take(Most).Select(c => ShownText.Of(c))) + (cases.Count > Most ? ", …" : "");

    public static EditKind? Parse(string word) => Enum.TryParse<EditKind>(word, ignoreCase: true, out var kind) && Kinds.Contains(word.ToLowerInvariant()) ? kind : null;
}
