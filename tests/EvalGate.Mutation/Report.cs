namespace EvalGate.Mutation;

/// <summary>What became of the drawn mutants of a target, as Markdown.</summary>
/// <param name="score">The score.</param>
/// <param name="seed">What drew the sample.</param>
public sealed class Report(Score score, int seed)
{
    /// <inheritdoc />
    public override string ToString() => $"""
        # Mutation score of {score.Target.Name}

        How many small mistakes in this code the tests notice. Written by `dotnet run --project tests/EvalGate.Mutation -c Release -- {score.Endings.Count} {seed} {score.Target.Project}`;
        do not edit.

        Mutants are Stryker's. A sample of them, spread over the source files (seed {seed}), is switched on one at a time, and the test classes that reach it are run:
        a mutant is noticed when a test fails, or the tests do not end. Mutants that no test reaches, and those that change nothing anybody could see, count as unnoticed.
        Promised are 90 %. The interval is Wilson's, of 95 %.

        | Code | Mutants | Drawn | Noticed | … by not ending | Score | Interval |
        |--|--|--|--|--|--|--|
        {score.Row}

        ## Not noticed

        {Survivors()}

        """;

    private string Survivors()
    {
        string[] lines = [.. score.Survivors.OrderBy(m => m.File, StringComparer.Ordinal).ThenBy(m => m.Id).Select(m => $"- {m.File}, {m.Id}: `{m.Change.Replace('`', '\'')}`")];
        return lines.Length == 0 ? "None of the drawn ones." : string.Join('\n', lines);
    }
}
