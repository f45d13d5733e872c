using EvalGate.Model;
using EvalGate.ShadowLogs;
using EvalGate.Snapshots;

namespace EvalGate.Core.Tests.ShadowLogs;

public static class ADisagreement
{
    private static readonly SnapshotComparer Usual = new(Disagreement.Usual);

    [Theory]
    [InlineData("\"We refund within 30 days.\"", "\"we  refund within **30** days.\"")]
    [InlineData("""{"a":1,"b":[2]}""", """{"b":[2],"a":1}""")]
    [InlineData("null", "null")]
    public static void IsNoMatterOfForm(string incumbent, string shadow) => Assert.Null(Disagreement.Of(Usual, APair.Of(incumbent, shadow)));

    [Theory]
    [InlineData("\"You can send it back within 30 days.\"", "\"You can send it back within 14 days.\"", EditKind.Number, "output")]
    [InlineData("\"You can send it back.\"", "\"You can not send it back.\"", EditKind.Negation, "output")]
    [InlineData("\"You can send it back.\"", "\"I'm sorry, but I can't help with that.\"", EditKind.Refusal, "output")]
    [InlineData("""{"intent":"refund"}""", """{"intent":"warranty"}""", EditKind.Value, "output.intent: refund → warranty")]
    [InlineData("""{"n":[1,2]}""", """{"n":[1,3]}""", EditKind.Number, "output.n: 2 → 3")]
    [InlineData("""{"a":1}""", """{}""", EditKind.Structure, "output.a: 1 → nothing")]
    [InlineData("\"fine\"", "7", EditKind.Value, "output: fine → 7")]
    public static void IsNamedByWhatChanged(string incumbent, string shadow, EditKind kind, string title) =>
        Assert.Equal((kind, title), Named(Disagreement.Of(Usual, APair.Of(incumbent, shadow))));

    [Fact]
    public static void IsTitledByALabelAndRatedByTheWorst() => Assert.Equal(
        (EditKind.Number, "output.intent: refund → warranty"),
        Named(Disagreement.Of(Usual, APair.Of("""{"answer":"We take it back for 30 days.","intent":"refund"}""", """{"answer":"We repair it for 24 months.","intent":"warranty"}"""))));

    [Fact]
    public static void MayBeIgnoredByASuite() => Assert.Null(Disagreement.Of(
        new(Disagreement.Usual with { Ignore = [new JsonPath(PathRoot.Output, ["confidence"])] }),
        APair.Of("""{"confidence":0.1}""", """{"confidence":0.2}""")));

    [Fact]
    public static void SurvivesTextsThatAreNone() => Assert.Equal(EditKind.Value, Disagreement.Of(Usual, APair.Of("\"\\ud800\"", "\"\\ud801\""))!.Kind);

    private static (EditKind, string) Named(Disagreement? disagreement) => (disagreement!.Kind, disagreement.Title);
}
