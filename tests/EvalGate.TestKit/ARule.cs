using EvalGate.Gating;

namespace EvalGate.TestKit;

/// <summary>Rules for tests.</summary>
public static class ARule
{
    /// <summary>Overall and every slice, as a suite without <c>slice:</c> says it: the slices tolerate at least 5 points.</summary>
    public static Rule MaxDrop(string metric, decimal overall, decimal? slices = null) =>
        Of(metric, new MaxChange(new(overall, false), new(slices ?? Math.Max(overall, 0.05m), false)), new OverallAndSlices());

    public static Rule MaxDropOn(string metric, decimal tolerance, params (string Attribute, string? Value)[] pairs) =>
        Of(metric, new MaxChange(new(tolerance, false), new(tolerance, false)), new NamedSlices([.. pairs.Select(p => new ScopePair(p.Attribute, p.Value))]));

    public static Rule MaxRise(string metric, decimal share) =>
        Of(metric, new MaxChange(new(share, true), new(share, true)), new OverallOnly());

    public static Rule Level(string metric, decimal level, RuleScope? scope = null) => Of(metric, new LevelBound(level), scope ?? new OverallOnly());

    private static Rule Of(string metric, Bound bound, RuleScope scope) =>
        new() { Metric = metric, Bound = bound, Scope = scope, Place = new("evals/support.eval.yaml", 22, 7) };
}
