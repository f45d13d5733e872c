namespace EvalGate.Snapshots;

/// <summary>What was approved for one case.</summary>
/// <param name="Verified">The approved text.</param>
/// <param name="Alternatives">Other texts that were approved beside it, at most <see cref="MostAlternatives"/>.</param>
public sealed record ApprovedSnapshot(SnapshotText Verified, IReadOnlyList<SnapshotText> Alternatives)
{
    /// <summary>More than this hide what an output should be.</summary>
    public const int MostAlternatives = 5;
}

/// <summary>How one output compares with what was approved.</summary>
/// <param name="Verdict">What was concluded.</param>
/// <param name="Policy">What follows: <see cref="SnapshotPolicy.Off"/> when nothing does.</param>
/// <param name="Differences">Where it differs; none for what is new or stale.</param>
public sealed record SnapshotComparison(SnapshotVerdict Verdict, SnapshotPolicy Policy, IReadOnlyList<SnapshotDifference> Differences)
{
    /// <summary>Whether the output stands as approved.</summary>
    public bool IsApproved => Verdict <= SnapshotVerdict.Equivalent;

    /// <summary>What could not be written or deleted; null when nothing is amiss. The comparison stands.</summary>
    public string? Note { get; init; }
}

/// <summary>Compares outputs with what was approved: first to the character, then with the alternatives, then as the suite says.</summary>
/// <param name="settings">The suite's.</param>
public sealed class SnapshotJudge(SnapshotSettings settings)
{
    private readonly SnapshotComparer _comparer = new(settings);

    /// <summary>Compares one output.</summary>
    /// <param name="received">What came out.</param>
    /// <param name="approved">What was approved; null when nothing was.</param>
    /// <param name="isStale">Whether an approved text was approved for other inputs only, by its fingerprint.</param>
    public SnapshotComparison Compare(SnapshotText received, ApprovedSnapshot? approved, Predicate<string> isStale)
    {
        if (approved is null)
        {
            return new(SnapshotVerdict.New, _comparer.PolicyOfNew(received.Text), []);
        }

        var same = new[] { approved.Verified }.Concat(approved.Alternatives).FirstOrDefault(a => a == received);
        var differences = same is null ? Differences(received, approved.Verified) : [];
        return differences switch
        {
            [] when isStale((same ?? approved.Verified).Hash) => new(SnapshotVerdict.Stale, _comparer.PolicyOfNew(received.Text), []),
            [] => new(VerdictOf(same, approved), SnapshotPolicy.Off, []),
            _ => new(SnapshotVerdict.Changed, differences.Max(d => d.Policy), differences),
        };
    }

    private static SnapshotVerdict VerdictOf(SnapshotText? same, ApprovedSnapshot approved) =>
        same is null ? SnapshotVerdict.Equivalent : same == approved.Verified ? SnapshotVerdict.Match : SnapshotVerdict.MatchesAlternative;

    private IReadOnlyList<SnapshotDifference> Differences(SnapshotText received, SnapshotText verified)
    {
        var differences = _comparer.Compare(received.Text, verified.Text);
        return differences.Count == 0 && received.Extension != verified.Extension
            ? [new(settings.Of.ToString(), verified.Text, received.Text, _comparer.PolicyOfNew(received.Text))]
            : differences;
    }
}
