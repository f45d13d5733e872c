namespace EvalGate.Gating;

/// <summary>Exact sums over the groups of one size inside a slice: all that a cluster-robust mean needs of them.</summary>
public sealed class GroupSums
{
    /// <summary>How many groups have this size.</summary>
    public long Groups { get; private set; }

    /// <summary>Sum over these groups of what their differences add up to.</summary>
    public Int128 Differences { get; private set; }

    /// <summary>Sum of the squares of the groups' differences.</summary>
    public Int128 SquaredDifferences { get; private set; }

    /// <summary>Sum over these groups of what the candidate's scores add up to.</summary>
    public Int128 Candidate { get; private set; }

    /// <summary>Sum of the squares of the groups' candidate scores.</summary>
    public Int128 SquaredCandidate { get; private set; }

    /// <summary>Adds one group.</summary>
    /// <param name="difference">Candidate − baseline, over the group's cases in the slice.</param>
    /// <param name="candidate">The candidate's scores over the same cases.</param>
    public void Add(Int128 difference, Int128 candidate)
    {
        Groups++;
        Differences += difference;
        SquaredDifferences += difference * difference;
        Candidate += candidate;
        SquaredCandidate += candidate * candidate;
    }

    /// <summary>Adds what another accumulator holds.</summary>
    /// <param name="other">Stays as it is.</param>
    public void Add(GroupSums other)
    {
        Groups += other.Groups;
        Differences += other.Differences;
        SquaredDifferences += other.SquaredDifferences;
        Candidate += other.Candidate;
        SquaredCandidate += other.SquaredCandidate;
    }
}
