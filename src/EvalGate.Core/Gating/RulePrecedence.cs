using EvalGate.Slicing;

namespace EvalGate.Gating;

/// <summary>Which rule decides where several cover a slice: the one that names most attributes, then most exact values; <c>'*'</c> beats saying nothing.</summary>
public static class RulePrecedence
{
    /// <summary>Pairs of rules that cover a common slice with equal right.</summary>
    /// <param name="rules">All rules of a suite.</param>
    /// <returns>Each pair once, in the order written.</returns>
    public static IEnumerable<(Rule First, Rule Second)> Ties(IReadOnlyList<Rule> rules) =>
        from i in Enumerable.Range(0, rules.Count)
        from j in Enumerable.Range(i + 1, rules.Count - i - 1)
        where Tie(rules[i], rules[j])
        select (rules[i], rules[j]);

    /// <summary>How much a scope says, to be compared: the greater decides.</summary>
    internal static (int Attributes, int Exact, int Explicit) Rank(RuleScope scope) => scope switch
    {
        NamedSlices named => (named.Pairs.Count, named.Pairs.Count(p => p.Value is not null), 1),
        EverySlice => (0, 0, 1),
        _ => (0, 0, 0),
    };

    /// <summary>Whether a scope covers a slice of the suite.</summary>
    internal static bool Covers(RuleScope scope, Slice slice) => scope switch
    {
        OverallOnly => slice.IsOverall,
        OverallAndSlices => !slice.HasNone,
        EverySlice => !slice.IsOverall && !slice.HasNone,
        NamedSlices named => named.Pairs.Count == slice.Pairs.Count && named.Pairs.Zip(slice.Pairs).All(Matches),
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, "Unknown scope."),
    };

    private static bool Matches((ScopePair Scope, SlicePair Slice) pair) =>
        pair.Scope.Attribute == pair.Slice.Attribute
        && (pair.Scope.Value is null ? pair.Slice.Value != Slice.None : pair.Scope.Value == pair.Slice.Value);

    private static bool Tie(Rule a, Rule b) =>
        a.Metric == b.Metric && a.Bound.GetType() == b.Bound.GetType() && Rank(a.Scope) == Rank(b.Scope) && Overlap(a.Scope, b.Scope);

    private static bool Overlap(RuleScope a, RuleScope b) => (a, b) switch
    {
        (NamedSlices x, NamedSlices y) => x.Pairs.Zip(y.Pairs).All(p =>
            p.First.Attribute == p.Second.Attribute
            && (p.First.Value is null || p.Second.Value is null || p.First.Value == p.Second.Value)),
        (NamedSlices, _) or (_, NamedSlices) => false,
        _ => true,
    };
}
