namespace EvalGate.Tool.Verbs;

/// <summary><c>evalgate snapshots</c></summary>
internal static class SnapshotsVerb
{
    public static Verb Create(Terminal terminal)
    {
        var verb = new Verb("snapshots", "Approves outputs: what changed since they were approved, what is new, what is left over.")
        {
            Examples =
            [
                ("evalgate snapshots review support", "Goes through what changed, the worst first, alike changes at once."),
                ("evalgate snapshots accept --group B --expect-count 31 --reason \"renamed\"", "Approves without asking, as scripts do."),
            ],
            Notes = ["Approved outputs are NAME.snapshots/CASE.verified.md or .json beside the suite, in the conventions of Verify; what waits is CASE.received beside it. In CI nothing is written there: 'pull' brings what a run left."],
        };
        verb.Add(SnapshotStatusVerb.Create(terminal));
        verb.Add(SnapshotReviewVerb.Create(terminal));
        verb.Add(SnapshotDecideVerb.Accept(terminal));
        verb.Add(SnapshotDecideVerb.Reject(terminal));
        verb.Add(SnapshotPullVerb.Create(terminal));
        verb.Add(SnapshotCheckVerb.Create(terminal));
        verb.Add(SnapshotPruneVerb.Create(terminal));
        verb.Add(SnapshotMoveVerb.Create(terminal));
        return verb;
    }
}
