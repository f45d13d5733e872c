using EvalGate.Slicing;

namespace EvalGate.Gating;

/// <summary>The rule that decides for one metric, bound and slice, with the tolerance that applies there.</summary>
internal sealed record RuleCoverage(Rule Rule, Slice Slice, Tolerance? Tolerance)
{
    /// <summary>Whether somebody asked for this very slice: what cannot be judged there is told, elsewhere it is passed over.</summary>
    public bool IsNamed => Slice.IsOverall || Rule.Scope is NamedSlices;

    /// <summary>Spreads rules over slices; where several cover one, the one that says most decides.</summary>
    public static IReadOnlyList<RuleCoverage> Of(IReadOnlyList<Rule> rules, IReadOnlyList<Slice> slices) =>
    [
        .. from kind in rules.GroupBy(r => (r.Metric, Bound: r.Bound.GetType()))
           from slice in slices
           let rule = kind.Where(r => RulePrecedence.Covers(r.Scope, slice)).MaxBy(r => RulePrecedence.Rank(r.Scope))
           where rule is not null
           orderby slice
           select new RuleCoverage(rule, slice, ToleranceOf(rule, slice)),
    ];

    private static Tolerance? ToleranceOf(Rule rule, Slice slice) => rule.Bound switch
    {
        MaxChange change => rule.Scope is OverallAndSlices && !slice.IsOverall ? change.Slices : change.Overall,
        _ => null,
    };
}
