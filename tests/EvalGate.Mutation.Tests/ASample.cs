namespace EvalGate.Mutation.Tests;

public static class ASample
{
    private static readonly Mutant[] Mutants =
        [.. Enumerable.Range(0, 300).Select(i => new Mutant(i, i < 30 ? "Small.cs" : i < 120 ? "Paired/Middle.cs" : "Paired/Large.cs", $"{i} became {i + 1}"))];

    [Fact]
    public static void TakesFromEveryFileItsShare()
    {
        var drawn = Sample.Of(Mutants, 50, seed: 7).CountBy(m => m.File).ToDictionary();

        Assert.InRange(drawn["Small.cs"], 4, 6);
        Assert.InRange(drawn["Paired/Middle.cs"], 14, 16);
        Assert.InRange(drawn["Paired/Large.cs"], 29, 31);
    }

    [Fact]
    public static void HoldsEveryMutantOnceAtMost() => Assert.Equal(50, Sample.Of(Mutants, 50, seed: 7).Distinct().Count());

    [Fact]
    public static void IsTheSameForTheSameSeed()
    {
        Assert.Equal(Sample.Of(Mutants, 50, seed: 7), Sample.Of([.. Mutants.Reverse()], 50, seed: 7));
        Assert.NotEqual(Sample.Of(Mutants, 50, seed: 7), Sample.Of(Mutants, 50, seed: 8));
    }

    [Fact]
    public static void IsEverythingWhereThereIsLittle() => Assert.Equal(Mutants[..20].ToHashSet(), [.. Sample.Of(Mutants[..20], 50, seed: 7)]);
}
