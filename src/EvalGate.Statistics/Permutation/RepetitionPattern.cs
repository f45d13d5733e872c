namespace EvalGate.Statistics;

// How many of a case's slots are the baseline's (first) and the candidate's (last). A sign flip is the pattern (1, 1).
internal readonly record struct RepetitionPattern(int Baseline, int Candidate) : IComparable<RepetitionPattern>
{
    public int Slots => Baseline + Candidate;

    public long Assignments(int limit)
    {
        long count = 1;
        for (var chosen = 1; chosen <= Math.Min(Baseline, Candidate); chosen++)
        {
            count = count * (Slots - chosen + 1) / chosen;
            if (count > limit)
                return limit + 1L;
        }

        return count;
    }

    public int CompareTo(RepetitionPattern other) => (Baseline, Candidate).CompareTo((other.Baseline, other.Candidate));
}
