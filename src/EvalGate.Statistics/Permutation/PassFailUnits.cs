namespace EvalGate.Statistics;

internal static class PassFailUnits
{
    public static void Require(IReadOnlyList<PermutationUnit> units)
    {
        var scores = new HashSet<long>();
        foreach (var unit in units)
        {
            if (unit.Cases.Count > 1 || unit.Cases.Any(item => item.Baseline.Count != 1 || item.Candidate.Count != 1))
                throw new ArgumentException("MinP takes one case a unit with one repetition in both arms; use MaxT.", nameof(units));
            scores.UnionWith(unit.Cases.SelectMany(item => item.Baseline.Concat(item.Candidate)));
            if (scores.Count > 2)
                throw new ArgumentException("MinP takes pass/fail scores, of two values; use MaxT.", nameof(units));
        }
    }
}
