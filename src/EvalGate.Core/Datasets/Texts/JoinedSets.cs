namespace EvalGate.Datasets;

/// <summary>Numbers from 0 that are joined into sets, pair by pair.</summary>
internal sealed class JoinedSets(int count)
{
    private readonly int[] _parents = [.. Enumerable.Range(0, count)];

    public bool AreJoined(int a, int b) => Root(a) == Root(b);

    /// <summary>The least member stands for its set.</summary>
    public void Join(int a, int b)
    {
        var (x, y) = (Root(a), Root(b));
        _parents[Math.Max(x, y)] = Math.Min(x, y);
    }

    /// <summary>Sets of at least two, by their least members.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Sets() =>
        [.. Enumerable.Range(0, count).GroupBy(Root).Where(s => s.Skip(1).Any()).Select(s => (IReadOnlyList<int>)[.. s])];

    private int Root(int number)
    {
        while (_parents[number] != number)
        {
            number = _parents[number] = _parents[_parents[number]];
        }

        return number;
    }
}
