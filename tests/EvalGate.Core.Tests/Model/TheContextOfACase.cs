namespace EvalGate.Core.Tests.Model;

public static class TheContextOfACase
{
    [Fact]
    public static async Task CountsWhatManyThreadsReport()
    {
        var context = new EvalContext("support", "a", 2);

        await Parallel.ForAsync(0, 1000, TestContext.Current.CancellationToken, (i, _) =>
        {
            context.ReportUsage(new() { InputTokens = 1, CostUsd = 0.001m });
            context.Component($"model-{i % 10}", "v1");
            Assert.InRange(context.Usage!.InputTokens!.Value, 1, 1000);
            Assert.InRange(context.Components.Count, 1, 10);
            return ValueTask.CompletedTask;
        });

        Assert.Equal((1000, null, 1.000m), (context.Usage!.InputTokens, context.Usage.OutputTokens, context.Usage.CostUsd));
        Assert.Equal(10, context.Components.Count);
        Assert.Equal(("support", "a", 2), (context.Suite, context.CaseId, context.Repetition));
    }

    [Fact]
    public static void GivesComponentsSortedAndAsTheyWereThen()
    {
        var context = new EvalContext("support", "a", 1);
        context.Component("b", "1");
        context.Component("a", "1");
        var before = context.Components;
        context.Component("b", "2");

        Assert.Equal(["a", "b"], before.Keys);
        Assert.Equal(("1", "2"), (before["b"], context.Components["b"]));
    }

    [Fact]
    public static void KnowsWhetherTheSubjectAskedWhichVariantItIs()
    {
        var context = new EvalContext("support", "a", 1);

        Assert.False(context.VariantWasRead);
        Assert.Equal("candidate", context.Variant);
        Assert.True(context.VariantWasRead);
        Assert.Equal("baseline", new EvalContext("support", "a", 1, "baseline").Variant);
    }

    [Fact]
    public static void KnowsNoUsageUntilItIsReported() => Assert.Null(new EvalContext("support", "a", 1).Usage);

    [Fact]
    public static void RefusesAComponentWithoutNameOrValue()
    {
        var context = new EvalContext("support", "a", 1);

        Assert.Throws<ArgumentException>(() => context.Component(" ", "v"));
        Assert.Throws<ArgumentNullException>(() => context.Component("model", null!));
        Assert.Throws<ArgumentNullException>(() => context.ReportUsage(null!));
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData(1, null, 1)]
    [InlineData(null, 2, 2)]
    [InlineData(0, 0, 0)]
    [InlineData(1, 2, 3)]
    public static void KeepsAFigureUnknownOnlyWhereAllAre(int? first, int? second, int? sum)
    {
        Assert.Equal(sum, new Usage { InputTokens = first }.Plus(new() { InputTokens = second }).InputTokens);
        Assert.Equal(sum, new Usage { OutputTokens = first }.Plus(new() { OutputTokens = second }).OutputTokens);
        Assert.Equal(sum, new Usage { CostUsd = first }.Plus(new() { CostUsd = second }).CostUsd);
        Assert.Equal(sum, new Usage { InputTokens = first, OutputTokens = second }.TotalTokens);
    }
}
