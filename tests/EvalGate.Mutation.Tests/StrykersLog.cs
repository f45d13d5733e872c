namespace EvalGate.Mutation.Tests;

public static class StrykersLog
{
    private const string Text = """
        [23:45:00 DBG] Mutating /copy/src/EvalGate.Statistics/ConfidenceInterval.cs
        [23:45:01 DBG] Mutating /copy/src/EvalGate.Statistics/Means/HallT.cs
        [23:45:01 DBG] Mutant 0 created {
            Check(loss);
            return 1;
        } -> {} using Stryker.Core.Mutators.BlockMutator
        [23:45:01 DBG] Mutant 1 created a + b -> a - b using Stryker.Core.Mutators.BinaryExpressionMutator
        [23:45:01 DBG] Mutating /copy/src/EvalGate.Statistics/Guard.cs
        [23:45:01 DBG] Mutant 2 created Check(x); -> ; using Stryker.Core.Mutators.StatementMutator
        [23:45:32 VRB] RolledBack to namespace EvalGate.Statistics;
        public double T(){if(Stryker.MutantControl.IsActive(0)){}else{Check(loss);return 1;}}
        [23:45:40 INF] 3 mutants created
        """;

    [Fact]
    public static void NamesTheMutantsThatCompiled() => Assert.Equal(
        [new Mutant(0, "Means/HallT.cs", "{ Check(loss); return 1; } -> {}"), new Mutant(2, "Guard.cs", "Check(x); -> ;")],
        StrykerLog.Mutants(Text.Split('\n'), "/copy/src/EvalGate.Statistics"));

    [Fact]
    public static void HoldsNothingBeforeTheFirstMutant() => Assert.Empty(StrykerLog.Mutants(Text.Split('\n')[..2], "/copy/src/EvalGate.Statistics"));

    [Theory]
    [InlineData("", new int[0])]
    [InlineData(";", new int[0])]
    [InlineData("3,1;7", new[] { 3, 1, 7 })]
    public static void SaysWhatATestHostCameBy(string text, int[] reached) => Assert.Equal(reached, StrykerLog.Reached(text));
}
