using EvalGate.Gating;

namespace EvalGate.Suites.Tests.Reading;

public static class ARuleCovers
{
    [Theory]
    [InlineData("metric: correct, max_drop: 2pp")]
    [InlineData("metric: grounded, max_drop: 2pp")]
    [InlineData("metric: refused, max_rise: 2pp")]
    [InlineData("metric: helpful, max_drop: 0.2")]
    [InlineData("metric: cost, max_rise: 10%, slices: all")]
    [InlineData("metric: cost, max_rise: 10%, slices: 20%")]
    [InlineData("metric: correct, at_least: 0.8, slices: all")]
    public static void OverallAndEverySlice(string rule) => Assert.IsType<OverallAndSlices>(SuiteText.Rule(rule).Scope);

    [Theory]
    [InlineData("metric: correct, max_drop: 2pp, slices: none")]
    [InlineData("metric: correct, at_least: 0.8")]
    [InlineData("metric: cost, max_rise: 10%")]
    [InlineData("metric: words, max_rise: 5")]
    [InlineData("metric: latency, at_most: 3s")]
    public static void OverallAlone(string rule) => Assert.IsType<OverallOnly>(SuiteText.Rule(rule).Scope);

    [Fact]
    public static void EachSliceButNotOverall() => Assert.IsType<EverySlice>(SuiteText.Rule("metric: correct, at_least: 0.8, slice: '*'").Scope);

    [Theory]
    [InlineData("{ language: de }", "language=de")]
    [InlineData("{ language: '*' }", "language=*")]
    [InlineData("{ language: de, category: refund }", "category=refund language=de")]
    [InlineData("{ language: '*', category: refund }", "category=refund language=*")]
    [InlineData("{ language: (none) }", "language=(none)")]
    public static void WhatItNames(string slice, string pairs)
    {
        var named = Assert.IsType<NamedSlices>(SuiteText.Rule($"metric: correct, max_drop: 2pp, slice: {slice}").Scope);

        Assert.Equal(pairs, string.Join(' ', named.Pairs.Select(p => $"{p.Attribute}={p.Value ?? "*"}")));
    }

    [Theory]
    [InlineData("metric: correct, max_drop: 2pp", 0.02, 0.05)]
    [InlineData("metric: correct, max_drop: 8pp", 0.08, 0.08)]
    [InlineData("metric: correct, max_drop: 2pp, slices: 3pp", 0.02, 0.03)]
    [InlineData("metric: correct, max_drop: 2pp, slices: all", 0.02, 0.05)]
    [InlineData("metric: helpful, max_drop: 0.1", 0.1, 0.2)]
    [InlineData("metric: helpful, max_drop: 2%", 0.02, 0.02)]
    [InlineData("metric: cost, max_rise: 10%, slices: 20%", 0.1, 0.2)]
    [InlineData("metric: cost, max_rise: $0.01", 0.01, 0.01)]
    [InlineData("metric: words, max_rise: 0", 0, 0)]
    public static void SlicesWithATolerance(string rule, double overall, double slices)
    {
        var change = Assert.IsType<MaxChange>(SuiteText.Rule(rule).Bound);

        Assert.Equal(((decimal)overall, (decimal)slices), (change.Overall.Value, change.Slices.Value));
        Assert.Equal(rule.Contains('%', StringComparison.Ordinal), change.Overall.IsRelative);
    }

    [Theory]
    [InlineData("correct, at_least: 0.8", 0.8)]
    [InlineData("helpful, at_least: 3.5", 3.5)]
    [InlineData("refused, at_most: 0.1", 0.1)]
    [InlineData("latency, at_most: 3s", 3000)]
    [InlineData("latency, at_most: 250 ms", 250)]
    [InlineData("cost, at_most: $0.02", 0.02)]
    [InlineData("cost, at_most: 0.02", 0.02)]
    [InlineData("words, at_most: 80", 80)]
    public static void ALevelInTheUnitOfTheMetric(string rule, double level) =>
        Assert.Equal(new LevelBound((decimal)level), SuiteText.Rule("metric: " + rule).Bound);

    [Theory]
    [InlineData("metric: correct, max_drop: 2pp", "metric: correct, at_least: 0.8")]
    [InlineData("metric: correct, max_drop: 2pp", "metric: grounded, max_drop: 2pp")]
    [InlineData("metric: correct, max_drop: 2pp", "metric: correct, max_drop: 2pp, slice: '*'")]
    [InlineData("metric: correct, max_drop: 2pp", "metric: correct, max_drop: 3pp, slice: { language: '*' }")]
    [InlineData("metric: correct, max_drop: 2pp, slice: { language: '*' }", "metric: correct, max_drop: 3pp, slice: { language: de }")]
    [InlineData("metric: correct, max_drop: 2pp, slice: { language: de }", "metric: correct, max_drop: 3pp, slice: { language: en }")]
    [InlineData("metric: correct, max_drop: 2pp, slice: { language: de }", "metric: correct, max_drop: 3pp, slice: { language: de, category: '*' }")]
    public static void WithoutATieWhereOneSaysMoreOrAnotherThing(string first, string second) =>
        Assert.Equal(2, SuiteText.Suite(SuiteText.Gate(first, second)).Gate!.Rules.Count);
}
