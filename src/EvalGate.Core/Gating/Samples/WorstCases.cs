namespace EvalGate.Gating;

/// <summary>The cases of one slice that lost most, of which a report names a few: the same ones in whatever order they come.</summary>
internal sealed class WorstCases
{
    /// <summary>More than any report names.</summary>
    public const int Most = 100;

    private static readonly Comparer<(long Difference, string Id)> LeastLossFirst = Comparer<(long Difference, string Id)>.Create(
        (a, b) => a.Difference != b.Difference ? b.Difference.CompareTo(a.Difference) : string.CompareOrdinal(b.Id, a.Id));

    private readonly PriorityQueue<string, (long Difference, string Id)> _kept = new(LeastLossFirst);

    public void Add(long difference, string id)
    {
        if (_kept.Count < Most)
        {
            _kept.Enqueue(id, (difference, id));
        }
        else
        {
            _kept.EnqueueDequeue(id, (difference, id));
        }
    }

    /// <summary>Whether a case that lost so much could still be among them.</summary>
    public bool Wants(long difference) => _kept.Count < Most || (_kept.TryPeek(out _, out var least) && difference <= least.Difference);

    /// <summary>Ids, the greatest loss first, then by id.</summary>
    public IReadOnlyList<string> Ids() => [.. _kept.UnorderedItems.Select(i => i.Priority).OrderBy(p => p.Difference).ThenBy(p => p.Id, StringComparer.Ordinal).Select(p => p.Id)];
}
