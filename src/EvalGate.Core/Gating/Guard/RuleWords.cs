using EvalGate.Model;

namespace EvalGate.Gating;

/// <summary>Rules and amounts as suites write them.</summary>
internal static class RuleWords
{
    /// <summary>What two states of one rule have in common.</summary>
    public static string Key(Rule rule, Metric metric) => $"{rule.Metric}: {Bound(rule, metric)} for {Scope(rule.Scope)}";

    /// <summary>What a rule demands.</summary>
    public static string Demand(Rule rule, Metric metric)
    {
        var decide = rule.Decide == Decision.Evidence ? "" : $", decide: {rule.Decide.ToString().ToLowerInvariant()}";
        return (rule.Bound, rule.Scope) switch
        {
            (LevelBound level, _) => Quantity.Text(level.Value),
            (MaxChange change, OverallAndSlices) when change.Overall != change.Slices => $"{Amount(change.Overall, metric)}, slices {Amount(change.Slices, metric)}",
            (MaxChange change, _) => Amount(change.Overall, metric),
            _ => "",
        } + decide;
    }

    /// <summary>Whether the second state of a rule may let more pass than the first.</summary>
    public static bool Weakens(Rule before, Rule after, Metric metric) => Strictness(after) < Strictness(before) || (before.Bound, after.Bound) switch
    {
        (MaxChange was, MaxChange now) => IsWider(was.Overall, now.Overall) || IsWider(was.Slices, now.Slices),
        (LevelBound was, LevelBound now) => metric.Better == Direction.Higher ? now.Value < was.Value : now.Value > was.Value,
        _ => true,
    };

    /// <summary>Whether the second tolerance allows more; one of another kind may.</summary>
    public static bool IsWider(Tolerance before, Tolerance after) => before.IsRelative != after.IsRelative || after.Value > before.Value;

    /// <summary>An amount with its unit.</summary>
    public static string Amount(Tolerance tolerance, Metric metric) => tolerance switch
    {
        { IsRelative: true } => $"{Quantity.Text(100 * tolerance.Value)}%",
        _ when metric.IsShare => $"{Quantity.Text(100 * tolerance.Value)}pp",
        _ => Quantity.Text(tolerance.Value),
    };

    private static string Bound(Rule rule, Metric metric) => BoundText.Fitting(rule.Bound is MaxChange ? "max_drop" : "at_least", metric);

    private static string Scope(RuleScope scope) => scope switch
    {
        OverallOnly => "overall",
        OverallAndSlices => "overall and slices",
        NamedSlices named => string.Join(", ", named.Pairs.Select(p => $"{p.Attribute}={p.Value ?? "*"}")),
        _ => "every slice",
    };

    private static int Strictness(Rule rule) => rule.Decide switch
    {
        Decision.Proof => 2,
        Decision.Estimate => 1,
        _ => 0,
    };
}
