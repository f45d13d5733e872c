using EvalGate.Snapshots;

namespace EvalGate.Files;

/// <summary>One line of a pack.</summary>
internal sealed record PendingLine(string Case, SnapshotVerdict Verdict, SnapshotPolicy Policy, string Input, string Extension, string Text)
{
    public IReadOnlyDictionary<string, double>? Scores { get; init; }

    public required int Results { get; init; }

    public required int Agreeing { get; init; }

    public static PendingLine Of(PendingSnapshot pending) =>
        new(pending.CaseId, pending.Verdict, pending.Policy, pending.InputHash, pending.Received.Extension, pending.Received.Text)
        {
            Scores = Sorted.ByKey(pending.Scores),
            Results = pending.Results,
            Agreeing = pending.Agreeing,
        };

    public PendingSnapshot ToPending() => new()
    {
        CaseId = Case,
        Verdict = Verdict,
        Policy = Policy,
        InputHash = Input,
        Received = new(SnapshotText.Normal(Text), Extension == SnapshotText.Markdown ? SnapshotText.Markdown : SnapshotText.Json),
        Scores = Scores ?? new Dictionary<string, double>(),
        Results = Results,
        Agreeing = Agreeing,
    };
}
