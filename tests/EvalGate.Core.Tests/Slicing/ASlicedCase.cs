using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Slicing;

/// <summary>A case under one attribute.</summary>
internal static class ASlicedCase
{
    public static SourcePlace Place { get; } = new("evals/support.eval.yaml", 5, 5);

    public static JsonPath Of { get; } = new(PathRoot.Input, ["x"]);

    /// <summary>The values of the attribute, joined, for an input <c>{"x": …}</c>.</summary>
    public static string Value(SliceAttribute attribute, string x)
    {
        var slices = Slices([attribute], ACase.Of("a", $$"""{"x":{{x}}}""", "{}"));
        Assert.Empty(slices.Problems);
        return string.Join('|', slices.Values[attribute.Name]);
    }

    /// <summary>Why the attribute has no value.</summary>
    public static string Problem(SliceAttribute attribute, string x)
    {
        var slices = Slices([attribute], ACase.Of("a", $$"""{"x":{{x}}}""", "{}"));
        Assert.Equal([Slice.None], slices.Values[attribute.Name]);
        return Assert.Single(slices.Problems).ToString();
    }

    public static CaseSlices Slices(IReadOnlyList<SliceAttribute> attributes, Case @case, params SliceCross[] crosses) => new CaseSlicer(ASuite(attributes, crosses)).Of(@case);

    public static Suite ASuite(IReadOnlyList<SliceAttribute> attributes, params SliceCross[] crosses) => new Trial().Suite with { Attributes = attributes, Crosses = crosses };
}
