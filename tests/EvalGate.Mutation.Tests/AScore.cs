namespace EvalGate.Mutation.Tests;

public static class AScore
{
    private static readonly Target Gating = Target.All.Single(t => t.Project == "EvalGate.Core");

    [Theory]
    [InlineData(89, false)]
    [InlineData(90, true)]
    public static void KeepsThePromiseFromNineInTen(int noticed, bool isKept) => Assert.Equal(isKept, Of(noticed, 100 - noticed, endless: 0).IsKept);

    [Fact]
    public static void CountsWhatDoesNotEndAsNoticed() => Assert.Equal(
        "| EvalGate.Core, Gating | 500 | 100 | 95 | 3 | 95.0 % | 88.8 to 97.8 % |", Of(noticed: 92, survivors: 5, endless: 3).Row);

    [Fact]
    public static void NamesTheSurvivors()
    {
        var score = Of(noticed: 1, survivors: 1, endless: 1);

        var survivor = Assert.Single(score.Survivors);
        Assert.Contains($"- Gating/Judge.cs, {survivor.Id}: `a -> b`", new Report(score, 1).ToString(), StringComparison.Ordinal);
        Assert.Contains("None of the drawn ones.", new Report(Of(2, 0, 0), 1).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public static void IsOfTheFolderThatWasPromised() => Assert.Equal((true, false), (Gating.Covers("Gating/Judge.cs"), Gating.Covers("Model/Case.cs")));

    [Theory]
    [InlineData("EvalGate.Core.Tests.Gating.AFloor", true)]
    [InlineData("EvalGate.Core.Tests.Gating.Plans.APlan", true)]
    [InlineData("EvalGate.Core.Tests.GatingOfOthers", false)]
    [InlineData("EvalGate.Core.Tests.Scoring.AScorer", false)]
    public static void IsThatOfTheTestsThatWereNamed(string name, bool isAsked) => Assert.Equal(isAsked, Gating.Tests[0].Holds(name));

    private static Score Of(int noticed, int survivors, int endless)
    {
        var endings = Enumerable.Repeat(Ending.Failure, noticed).Concat(Enumerable.Repeat(Ending.Success, survivors)).Concat(Enumerable.Repeat(Ending.Timeout, endless));
        return new(Gating, 500, [.. endings.Select((ending, i) => (new Mutant(i, "Gating/Judge.cs", "a -> b"), ending))]);
    }
}
