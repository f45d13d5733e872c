using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Slicing;

public static class ACaseInItsSlices
{
    private static readonly SliceAttribute[] Attributes =
    [
        new DeclaredAttribute("language", ASlicedCase.Place),
        new DeclaredAttribute("category", ASlicedCase.Place),
        new LengthAttribute("length", ASlicedCase.Place, new(PathRoot.Input, ["question"]), LengthUnit.Words, [new("short", null, 3), new("long", 4, null)]),
    ];

    [Fact]
    public static void IsInOverallInEachValueAndInEachCross()
    {
        var slices = ASlicedCase.Slices(Attributes, ACase.Of("hello", ("language", "de"), ("category", "refund")), Cross("category", "language"), Cross("category", "language", "length"));

        Assert.Equal(
            ["overall", "language=de", "category=refund", "length=short", "category=refund, language=de", "category=refund, language=de, length=short"],
            slices.Slices.Select(s => s.ToString()));
        Assert.Empty(slices.Problems);
    }

    [Fact]
    public static void IsVisibleWhereItHasNoValue()
    {
        var slices = ASlicedCase.Slices(Attributes, ACase.Of("hello", ("language", "de")), Cross("category", "language"));

        Assert.Equal(["(none)"], slices.Values["category"]);
        Assert.Equal(["overall", "language=de", "category=(none)", "length=short", "category=(none), language=de"], slices.Slices.Select(s => s.ToString()));
        Assert.Equal([false, false, true, false, true], slices.Slices.Select(s => s.HasNone));
    }

    [Fact]
    public static void IsInEveryCombinationOfItsValues()
    {
        var slices = ASlicedCase.Slices(Attributes, ACase.Of("hello", ("language", "de"), ("language", "en"), ("category", "a"), ("category", "b")), Cross("category", "language"));

        Assert.Equal(
            ["category=a, language=de", "category=a, language=en", "category=b, language=de", "category=b, language=en"],
            slices.Slices.Where(s => s.Pairs.Count == 2).Select(s => s.ToString()));
    }

    [Fact]
    public static void IsReportedWhereItsCombinationsWouldFillTheMemory()
    {
        var values = Enumerable.Range(0, 40).SelectMany(i => new[] { ("language", $"l{i}"), ("category", $"c{i}") }).ToArray();

        var slices = ASlicedCase.Slices(Attributes, ACase.Of("a", values), Cross("category", "language"));

        Assert.Equal(
            "evals/support.cases.jsonl(1): error EG1003: case 'a' is in 1600 combinations of category × language; 1000 are allowed. Give it fewer values.",
            Assert.Single(slices.Problems).ToString());
        Assert.DoesNotContain(slices.Slices, s => s.Pairs.Count == 2);
    }

    [Fact]
    public static void SharesItsSlicesWithOtherCases()
    {
        var slicer = new CaseSlicer(ASlicedCase.ASuite(Attributes));

        Assert.Same(slicer.Of(ACase.Of("a", ("language", "de"))).Slices[1], slicer.Of(ACase.Of("b", ("language", "de"))).Slices[1]);
    }

    [Fact]
    public static async Task MayBeSlicedFromManyThreads()
    {
        var slicer = new CaseSlicer(ASlicedCase.ASuite(Attributes, Cross("category", "language")));
        var all = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => slicer.Of(ACase.Of($"c{i}", ("language", $"l{i % 7}"), ("category", "x"))), TestContext.Current.CancellationToken)));

        Assert.Equal(1 + 7 + 1 + 1 + 7, all.SelectMany(s => s.Slices).Distinct(ReferenceEqualityComparer.Instance).Count());
    }

    private static SliceCross Cross(params string[] attributes) => new(attributes, ASlicedCase.Place);
}
