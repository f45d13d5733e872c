namespace EvalGate.Statistics;

// A unit that can change some slice, reduced to its parts that are not inert.
internal sealed record DifferingUnit(ulong Key, bool FlipsSign, IReadOnlyList<UnitPart> Parts)
{
    public bool HasOnePattern => Parts.All(part => part.Pattern == Parts[0].Pattern);

    public IEnumerable<int[]> Assignments() => Choose(Parts[0].Pattern.Slots, Parts[0].Pattern.Candidate);

    private static IEnumerable<int[]> Choose(int slots, int count)
    {
        int[] chosen = [.. Enumerable.Range(0, count)];
        for (var last = 0; last >= 0;)
        {
            yield return [.. chosen];
            last = count - 1;
            while (last >= 0 && chosen[last] == slots - count + last)
                last--;
            for (var index = last; index >= 0 && index < count; index++)
                chosen[index] = index == last ? chosen[last] + 1 : chosen[index - 1] + 1;
        }
    }
}
