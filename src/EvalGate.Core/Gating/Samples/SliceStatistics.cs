namespace EvalGate.Gating;

/// <summary>The additive sums behind every test of one metric on one slice: whole numbers that merge in any order to the same bytes.</summary>
/// <remarks>
/// Scores are fixed-point, oriented so that more is better, and brought to one denominator where cases were repeated. Cases without a group
/// are independent; of groups only the sums per size are kept, so the cases of one group must not be spread over several accumulators.
/// </remarks>
public sealed class SliceStatistics
{
    /// <summary>Bits of <see cref="LosableBits"/> behind the point.</summary>
    internal const int LosablePrecision = 20;

    private static readonly SortedDictionary<long, GroupSums> NoGroups = [];

    private SortedDictionary<long, GroupSums> _groups = NoGroups;

    /// <summary>Candidate − baseline of the cases without a group.</summary>
    public PowerSums Differences { get; } = new();

    /// <summary>The candidate's scores of the cases without a group.</summary>
    public PowerSums Candidate { get; } = new();

    /// <summary>Sums over groups, by how many cases a group has in the slice.</summary>
    public IReadOnlyDictionary<long, GroupSums> Groups => _groups;

    /// <summary>Sum of the baseline over all cases.</summary>
    public Int128 SumOfBaseline { get; private set; }

    /// <summary>Sum of the candidate over all cases.</summary>
    public Int128 SumOfCandidate { get; private set; }

    /// <summary>Cases that got better.</summary>
    public long Gains { get; private set; }

    /// <summary>Cases that got worse.</summary>
    public long Losses { get; private set; }

    /// <summary>Cases.</summary>
    public long Cases { get; private set; }

    /// <summary>Independent observations: groups where they exist, else cases.</summary>
    public long Independent => Differences.Count + _groups.Values.Sum(g => g.Groups);

    /// <summary>How improbable it would be under the null to lose all that the baseline has: −log₂ p in steps of 2⁻²⁰.</summary>
    public long LosableBits { get; private set; }

    /// <summary>Adds one case without a group.</summary>
    /// <param name="pair">The case's scores.</param>
    /// <param name="losableBits">What the case adds to <see cref="LosableBits"/>; 0 when it cannot lose.</param>
    internal void Add(PairedRow pair, long losableBits)
    {
        Count(pair);
        Differences.Add(pair.Difference);
        Candidate.Add(pair.Candidate);
        LosableBits += losableBits;
    }

    /// <summary>Adds the cases that one group has in the slice.</summary>
    /// <param name="pairs">At least one.</param>
    /// <param name="losableBits">What the group adds to <see cref="LosableBits"/>.</param>
    internal void AddGroup(IReadOnlyList<PairedRow> pairs, long losableBits)
    {
        Int128 difference = 0, candidate = 0;
        foreach (var pair in pairs)
        {
            Count(pair);
            difference += pair.Difference;
            candidate += pair.Candidate;
        }

        OfSize(pairs.Count).Add(difference, candidate);
        LosableBits += losableBits;
    }

    /// <summary>Adds what another accumulator holds.</summary>
    /// <param name="other">The same metric and slice, other cases and other groups; stays as it is.</param>
    public void Add(SliceStatistics other)
    {
        Differences.Add(other.Differences);
        Candidate.Add(other.Candidate);
        foreach (var (size, sums) in other._groups)
        {
            OfSize(size).Add(sums);
        }

        SumOfBaseline += other.SumOfBaseline;
        SumOfCandidate += other.SumOfCandidate;
        Gains += other.Gains;
        Losses += other.Losses;
        Cases += other.Cases;
        LosableBits += other.LosableBits;
    }

    /// <summary>Adds cases without a group that a database has added up.</summary>
    /// <param name="pairs">Their sums.</param>
    public void Add(PairSums pairs)
    {
        Count(pairs);
        Differences.Add(pairs.Cases, pairs.Candidate - pairs.Baseline, pairs.SquaredDifferences, pairs.CubedDifferences);
        Candidate.Add(pairs.Cases, pairs.Candidate, pairs.SquaredCandidate, pairs.CubedCandidate);
        LosableBits += pairs.Losable << LosablePrecision;
    }

    /// <summary>Adds the cases of one group that a database has added up.</summary>
    /// <param name="pairs">Their sums; those of squares and cubes are not read.</param>
    public void AddGroup(PairSums pairs)
    {
        Count(pairs);
        OfSize(pairs.Cases).Add(pairs.Candidate - pairs.Baseline, pairs.Candidate);
        LosableBits += pairs.Losable > 0 ? 1L << LosablePrecision : 0;
    }

    private void Count(PairSums pairs)
    {
        Cases += pairs.Cases;
        SumOfBaseline += pairs.Baseline;
        SumOfCandidate += pairs.Candidate;
        Gains += pairs.Gains;
        Losses += pairs.Losses;
    }

    private void Count(PairedRow pair)
    {
        Cases++;
        SumOfBaseline += pair.Baseline;
        SumOfCandidate += pair.Candidate;
        Gains += pair.Difference > 0 ? 1 : 0;
        Losses += pair.Difference < 0 ? 1 : 0;
    }

    private GroupSums OfSize(long size)
    {
        // There are many accumulators, and most of them never meet a group.
        _groups = ReferenceEquals(_groups, NoGroups) ? [] : _groups;
        return _groups.TryGetValue(size, out var sums) ? sums : _groups[size] = new();
    }
}
