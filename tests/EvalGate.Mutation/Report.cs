namespace EvalGate.Mutation;

/// <summary>What became of the drawn mutants, as Markdown.</summary>
/// <param name="scores">One score per target.</param>
/// <param name="seed">What drew the samples.</param>
public sealed class Report(IReadOnlyList<Score> scores, int seed)
{
    /// <inheritdoc />
    public override string ToString() => $"""
        # Mutation score

        How many small mistakes in the statistics and in the gate the tests notice. Written by
        `dotnet run --project tests/EvalGate.Mutation -c Release -- src/EvalGate.Statistics/MUTATION.md`; do not edit.

        Mutants are Stryker's. A sample of them, spread over the source files (seed {seed}), is switched on one at a time; a mutant is noticed when a test fails, or the
        tests do not end. Promised are 90 %. The interval is Wilson's, of 95 %.

        | Code | Mutants | Drawn | Noticed | … by not ending | Score | Interval |
        |--|--|--|--|--|--|--|
        {string.Join('\n', scores.Select(s => s.Row))}

        ## Not noticed

        {Survivors()}

        """;

    private string Survivors()
    {
        string[] lines = [.. scores.SelectMany(s => s.Survivors.Select(m => $"- {s.Target.Project}/{m.File}, {m.Id}: `{m.Change.Replace('`', '\'')}`"))];
        return lines.Length == 0 ? "None of the drawn ones." : string.Join('\n', lines);
    }
}
