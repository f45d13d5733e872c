using EvalGate.Snapshots;

namespace EvalGate.ShadowLogs;

/// <summary>Disagreements of one kind, beside those of the incumbent with itself.</summary>
/// <param name="Kind">The kind of edit.</param>
/// <param name="Title">What they have in common.</param>
/// <param name="Pairs">How many of the candidate's pairs.</param>
/// <param name="Share">Of all pairs of the candidate.</param>
/// <param name="Noise">The share of such pairs where the incumbent ran twice; null when it never did.</param>
public sealed record EditGroup(EditKind Kind, string Title, int Pairs, double Share, double? Noise)
{
    /// <summary>What is left when the noise floor is subtracted.</summary>
    public double Excess => Share - (Noise ?? 0);
}

/// <summary>Counts disagreements by what they have in common.</summary>
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
    public IReadOnlyList<EditGroup> Groups() =>
    [
        .. _candidate.Select(c => Group(c.Key, c.Value))
            .OrderByDescending(g => g.Excess).ThenBy(g => g.Kind).ThenBy(g => g.Title, StringComparer.Ordinal),
    ];

    private EditGroup Group(Disagreement edit, int pairs) =>
        new(edit.Kind, edit.Title, pairs, (double)pairs / _candidatePairs, _noisePairs == 0 ? null : (double)_noise.GetValueOrDefault(edit) / _noisePairs);
}
