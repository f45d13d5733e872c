using EvalGate.Gating;
using EvalGate.ShadowLogs;
using EvalGate.Slicing;
using EvalGate.Snapshots;

namespace EvalGate.Core.Tests.ShadowLogs;

public static class InformativePairs
{
    private static readonly Disagreement Wording = new(EditKind.Wording, "output");
    private static readonly Disagreement Wrong = new(EditKind.Value, "output.intent: a → b");
    private static readonly Disagreement Rare = new(EditKind.Number, "output.n: 1 → 2");
    private static readonly Slice German = new([new("language", "de")]);
    private static readonly Slice GermanRefunds = new([new("language", "de"), new("topic", "refund")]);

    [Fact]
    public static void ComeFromTheSmallestSliceThatGotWorseFirstOneKindInTurn()
    {
        InformativePair[] pairs =
        [
            Of("elsewhere", Wrong),
            Of("german", Wrong, German),
            Of("refund-1", Wrong, German, GermanRefunds), Of("refund-2", Wrong, German, GermanRefunds), Of("refund-3", Wording, German, GermanRefunds), Of("refund-4", Rare, German, GermanRefunds),
        ];

        Assert.Equal(["refund-1", "refund-4", "refund-3", "refund-2", "german", "elsewhere"], Order(pairs));
    }

    [Fact]
    public static void CountEachInputOnce() => Assert.Equal(
        ["a", "c"], Order([Of("a", Wrong) with { InputHash = "same" }, Of("b", Wrong) with { InputHash = "same" }, Of("c", Wrong) with { InputHash = "other" }]));

    private static IEnumerable<string> Order(IReadOnlyList<InformativePair> pairs) => InformativePair.Order(
        pairs,
        new() { Suite = "s", Verdict = Verdict.Regressed, Blocks = true, Cases = 100, Comparisons = [Regressed(German, 60), Regressed(GermanRefunds, 20)] },
        [Group(Wrong), Group(Rare), Group(Wording)]).Select(p => p.Id);

    private static InformativePair Of(string id, Disagreement disagreement, params Slice[] slices) => new(id, default, disagreement, [Slice.Overall, .. slices], id);

    private static EditGroup Group(Disagreement edit) => new(edit, 1, 0, 0);

    private static Comparison Regressed(Slice slice, int cases) => new()
    {
        Metric = PairMetric.Agreement,
        Slice = slice,
        Rule = new() { Metric = "agrees", Bound = new MaxChange(new(0.02m, false), new(0.05m, false)), Scope = new OverallAndSlices(), Place = default },
        Verdict = Verdict.Regressed,
        Blocks = true,
        Cases = cases,
    };
}
