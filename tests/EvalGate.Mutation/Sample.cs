using System.Globalization;
using EvalGate.Statistics;

namespace EvalGate.Mutation;

/// <summary>A seeded sample of mutants, spread over source files.</summary>
public static class Sample
{
    /// <summary>Draws every k-th of the mutants, file by file and in hashed order within a file, so that each file gives its share up to rounding; in an order that says nothing.</summary>
    /// <param name="mutants">All mutants.</param>
    /// <param name="size">How many to draw; all when there are no more.</param>
    /// <param name="seed">The same seed draws the same mutants from the same source.</param>
    public static IReadOnlyList<Mutant> Of(IReadOnlyList<Mutant> mutants, int size, int seed)
    {
        Mutant[] order = [.. mutants.OrderBy(m => m.File, StringComparer.Ordinal).ThenBy(m => Hashed(string.Create(CultureInfo.InvariantCulture, $"{m.File}, {m.Id}"), seed))];
        if (order.Length <= size)
        {
            return order;
        }

        var start = Hashed("start", seed);
        return [.. Enumerable.Range(0, size).Select(i => order[(int)((i + start) * order.Length / size)]).OrderBy(m => Hashed(m.Change, seed))];
    }

    private static double Hashed(string text, int seed) => HashedReplicates.Uniform(HashedReplicates.Fnv1A64(text), seed);
}
