namespace EvalGate.ShadowLogs;

/// <summary>Disagreements of one kind, beside those of the incumbent with itself.</summary>
/// <param name="Edit">What they have in common.</param>
/// <param name="Pairs">How many of the candidate's pairs.</param>
/// <param name="Share">Of all pairs of the candidate.</param>
/// <param name="Noise">The share of such pairs where the incumbent ran twice; null when it never did.</param>
public sealed record EditGroup(Disagreement Edit, int Pairs, double Share, double? Noise)
{
    /// <summary>What is left when the noise floor is subtracted.</summary>
    public double Excess => Share - (Noise ?? 0);
}

/// <summary>Counts disagreements by what they have in common. A replacement that stands alone joins the others of its kind and place.</summary>
public sealed class EditCensus
{
    private readonly Dictionary<Disagreement, int> _candidate = [];
    private readonly Dictionary<Disagreement, int> _noise = [];
    private int _candidatePairs;
    private int _noisePairs;

    /// <summary>Counts a pair in which both answered.</summary>
    /// <param name="arm">What ran in the shadow.</param>
    /// <param name="disagreement">Null when the answers agree.</param>
    public void Add(ShadowArm arm, Disagreement? disagreement)
    {
        _ = arm == ShadowArm.Candidate ? _candidatePairs++ : _noisePairs++;
        if (disagreement is not null)
        {
            var counts = arm == ShadowArm.Candidate ? _candidate : _noise;
            counts[disagreement] = counts.GetValueOrDefault(disagreement) + 1;
        }
    }

    /// <summary>What the candidate does differently, what exceeds the noise floor most first.</summary>
    public IReadOnlyList<EditGroup> Groups()
    {
        var noise = Grouped(_noise);
        return [.. Grouped(_candidate)
            .Select(g => new EditGroup(g.Key, g.Value, (double)g.Value / _candidatePairs, _noisePairs == 0 ? null : (double)noise.GetValueOrDefault(g.Key) / _noisePairs))
            .OrderByDescending(g => g.Excess).ThenBy(g => g.Edit.Kind).ThenBy(g => g.Edit.Title, StringComparer.Ordinal)];
    }

    /// <summary>The group that a disagreement of the candidate is counted in.</summary>
    /// <param name="edit">A disagreement that was counted.</param>
    public Disagreement GroupOf(Disagreement edit) => _candidate.GetValueOrDefault(edit) > 1 ? edit : edit with { Replaced = "" };

    private Dictionary<Disagreement, int> Grouped(Dictionary<Disagreement, int> counts) =>
        counts.GroupBy(c => GroupOf(c.Key)).ToDictionary(g => g.Key, g => g.Sum(c => c.Value));
}
