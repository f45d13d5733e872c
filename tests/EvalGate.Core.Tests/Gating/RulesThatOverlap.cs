using EvalGate.Gating;
using EvalGate.Slicing;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating;

public static class RulesThatOverlap
{
    private static readonly Rule Everywhere = ARule.MaxDrop("correct", 0.02m);

    private static readonly Rule Overall = Everywhere with { Scope = new OverallOnly() };

    private static readonly Rule Slices = Everywhere with { Scope = new EverySlice() };

    private static readonly Rule AnyLanguage = ARule.MaxDropOn("correct", 0.03m, ("language", null));

    private static readonly Rule German = ARule.MaxDropOn("correct", 0.04m, ("language", "de"));

    private static readonly Rule GermanAnything = ARule.MaxDropOn("correct", 0.05m, ("category", null), ("language", "de"));

    private static readonly Rule GermanRefunds = ARule.MaxDropOn("correct", 0.06m, ("category", "refund"), ("language", "de"));

    private static readonly Slice[] All =
    [
        Slice.Overall, Of(("language", "de")), Of(("language", "en")), Of(("language", Slice.None)), Of(("category", "refund")),
        Of(("category", "refund"), ("language", "de")), Of(("category", "refund"), ("language", "en")), Of(("category", "order"), ("language", "de")),
    ];

    [Fact]
    public static void AreDecidedByTheOneThatSaysMost()
    {
        var deciding = RuleCoverage.Of([Everywhere, Slices, AnyLanguage, German, GermanAnything, GermanRefunds], All).ToDictionary(c => c.Slice, c => c.Rule);

        Assert.Equal(
            [(All[0], Everywhere), (All[1], German), (All[2], AnyLanguage), (All[4], Slices), (All[5], GermanRefunds), (All[6], Slices), (All[7], GermanAnything)],
            All.Where(deciding.ContainsKey).Select(s => (s, deciding[s])));
    }

    [Fact]
    public static void CoverNothingThatHasNoValueUnlessItIsNamed()
    {
        var none = ARule.MaxDropOn("correct", 0.04m, ("language", Slice.None));

        Assert.Empty(RuleCoverage.Of([Everywhere, Slices, AnyLanguage], [All[3]]));
        Assert.Equal(none, Assert.Single(RuleCoverage.Of([none], All)).Rule);
    }

    [Fact]
    public static void GiveOverallItsOwnToleranceAndSlicesTheirs()
    {
        var coverages = RuleCoverage.Of([ARule.MaxDrop("correct", 0.02m, 0.05m)], All[..2]);

        Assert.Equal([0.02m, 0.05m], coverages.Select(c => c.Tolerance!.Value));
        Assert.Equal([0.02m, 0.02m], RuleCoverage.Of([Overall, Slices], All[..2]).Select(c => c.Tolerance!.Value));
        Assert.Null(Assert.Single(RuleCoverage.Of([ARule.Level("correct", 0.8m)], All)).Tolerance);
    }

    [Fact]
    public static void AreNoneForAnotherMetricOrBound()
    {
        Rule[] rules = [Overall, Overall with { Metric = "polite" }, ARule.Level("correct", 0.8m)];

        Assert.Equal(3, RuleCoverage.Of(rules, [Slice.Overall]).Count);
        Assert.Empty(RulePrecedence.Ties(rules));
    }

    [Fact]
    public static void AreATieWhereBothSayAsMuch()
    {
        var french = ARule.MaxDropOn("correct", 0.04m, ("language", "fr"));
        var anyOfBoth = ARule.MaxDropOn("correct", 0.04m, ("category", "refund"), ("language", null));
        Rule[] rules = [Overall, Everywhere, AnyLanguage, German, french, German with { Decide = Decision.Proof }, GermanAnything, anyOfBoth];

        Assert.Equal([(0, 1), (3, 5), (6, 7)], RulePrecedence.Ties(rules).Select(t => (Array.IndexOf(rules, t.First), Array.LastIndexOf(rules, t.Second))));
    }

    [Fact]
    public static void AreNoTieWhereOneIsOfOverallAndTheOtherOfEverySlice()
    {
        // No pairs name the slice of all cases.
        var overallByName = ARule.MaxDropOn("correct", 0.04m);

        Assert.Equal([(All[0], overallByName), (All[1], Slices)], RuleCoverage.Of([overallByName, Slices], All[..2]).Select(c => (c.Slice, c.Rule)));
        Assert.Empty(RulePrecedence.Ties([overallByName, Slices]));
    }

    [Fact]
    public static void AreNamedWhereSomebodyAskedForThatSlice() => Assert.Equal(
        [true, false, true],
        new[] { (Everywhere, Slice.Overall), (Everywhere, All[1]), (German, All[1]) }.Select(c => new RuleCoverage(c.Item1, c.Item2, null).IsNamed));

    private static Slice Of(params (string Attribute, string Value)[] pairs) => new([.. pairs.Select(p => new SlicePair(p.Attribute, p.Value))]);
}
