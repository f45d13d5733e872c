namespace EvalGate.Statistics.Tests.Permutation;

internal static class Family
{
    public static PermutationUnit Unit(int id, params PermutationCase[] cases) => new(Key(id), cases);

    public static PermutationUnit Difference(int id, long difference, params int[] slices) =>
        Unit(id, new PermutationCase([0], [difference], slices));

    public static PermutationUnit PassFail(int id, bool baseline, bool candidate, params int[] slices) =>
        Unit(id, new PermutationCase([baseline ? 1 : 0], [candidate ? 1 : 0], slices));

    public static ulong Key(int id) => HashedReplicates.SplitMix64((ulong)id + 1_000_000);

    // Randomness for simulated data, from other keys than the units'.
    public static double Draw(int stream, int index) => HashedReplicates.Uniform(HashedReplicates.SplitMix64((ulong)stream), index);

    // A seeded family of differing and equal cases; every case is in slice 0 and in about half of the others.
    public static PermutationUnit[] Random(int stream, int cases, int slices, Func<double, long> difference) =>
        [.. Enumerable.Range(0, cases).Select(id => Scored(id, difference(Draw(stream, id)), [.. SlicesOf(stream, id, slices)]))];

    public static long NeutralFlip(double draw) => draw < 0.25 ? -1 : draw < 0.5 ? 1 : 0;

    public static long Graded(double draw) => (long)Math.Round(40 * (draw - 0.55));

    public static PermutationUnit[] Shuffled(PermutationUnit[] units, int stream) =>
        [.. units.Index().OrderBy(unit => Draw(stream, unit.Index)).Select(unit => unit.Item)];

    // From 0, so that flips are pass/fail scores.
    private static PermutationUnit Scored(int id, long difference, int[] slices) =>
        Unit(id, new PermutationCase([Math.Max(0, -difference)], [Math.Max(0, difference)], slices));

    private static IEnumerable<int> SlicesOf(int stream, int id, int slices) =>
        Enumerable.Range(0, slices).Where(slice => slice == 0 || Draw(stream + 1, id * slices + slice) < 0.5);
}
