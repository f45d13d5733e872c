namespace EvalGate.Statistics;

// A unit that can change some slice, reduced to its parts that are not inert.
internal sealed record DifferingUnit(ulong Key, bool FlipsSign, IReadOnlyList<UnitPart> Parts)
{
    public bool HasOnePattern => Parts.All(part => part.Pattern == Parts[0].Pattern);

    public IEnumerable<int[]> Assignments() => Choose(Parts[0].Pattern.Slots, Parts[0].Pattern.Candidate);

    // Every choice of that many slots, in lexicographic order.
    private static IEnumerable<int[]> Choose(int slots, int count)
    {
        int[] chosen = [.. Enumerable.Range(0, count)];
        while (true)
        {
            yield return [.. chosen];
            var moved = count - 1;
            while (moved >= 0 && chosen[moved] == slots - count + moved)
                moved--;
            if (moved < 0)
                yield break;
            chosen[moved]++;
            for (var index = moved + 1; index < count; index++)
                chosen[index] = chosen[index - 1] + 1;
        }
    }
}
