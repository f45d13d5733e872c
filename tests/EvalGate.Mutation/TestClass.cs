namespace EvalGate.Mutation;

/// <summary>A test class, and what of the mutated assembly it runs through.</summary>
/// <param name="Host">The program that holds it.</param>
/// <param name="Name">Its full name.</param>
/// <param name="Cost">The processor time of it and its host.</param>
/// <param name="Reached">The mutants that it comes by when none is switched on. It cannot notice any other: nothing differs before the first one.</param>
public sealed record TestClass(string Host, string Name, TimeSpan Cost, IReadOnlySet<int> Reached)
{
    /// <summary>The names of the classes in a list of tests, as a test host writes it.</summary>
    /// <param name="lines">One test per line: its class, its name and its arguments.</param>
    public static IReadOnlyList<string> Names(IEnumerable<string> lines) =>
        [.. lines.Select(line => line.Trim().Split('(')[0]).Where(test => test.Contains('.', StringComparison.Ordinal) && !test.Contains(' ', StringComparison.Ordinal)).Select(test => test[..test.LastIndexOf('.')]).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Splits those that reach a mutant into the quick half, which mostly notices it, and the rest, host by host.</summary>
    /// <param name="classes">All classes.</param>
    /// <param name="mutant">The mutant.</param>
    public static IEnumerable<IReadOnlyList<TestClass>> Turns(IEnumerable<TestClass> classes, Mutant mutant)
    {
        TestClass[] reaching = [.. classes.Where(c => c.Reached.Contains(mutant.Id)).OrderBy(c => c.Cost)];
        return reaching.Chunk(Math.Max(1, (reaching.Length + 1) / 2)).SelectMany(half => half.GroupBy(c => c.Host).Select(own => own.ToArray()));
    }
}
