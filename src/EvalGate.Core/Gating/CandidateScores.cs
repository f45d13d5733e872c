using EvalGate.Model;

namespace EvalGate.Gating;

/// <summary>The candidate's scores of one case under one metric, errors resolved.</summary>
internal sealed record CandidateScores(IReadOnlyList<double> Values, bool IsMeasured)
{
    /// <summary>False when the metric applied to no repetition.</summary>
    public bool Applies => Values.Count > 0;

    public static CandidateScores Of(Metric metric, IReadOnlyList<RunRecord> records)
    {
        var values = new List<double>();
        var measured = false;
        foreach (var record in records)
        {
            if (record.Scores.TryGetValue(metric.Name, out var score))
            {
                measured = true;
                values.AddRange(score is { } number ? [number] : Array.Empty<double>());
            }
            else if (Worst(metric) is { } worst && record.Errors.Any(e => e.Kind is ErrorKind.Subject or ErrorKind.Timeout))
            {
                measured = true;
                values.Add(worst);
            }
        }

        return new(values, measured);
    }

    /// <summary>What a subject that broke down scores; null for an unbounded metric, which has no worst value.</summary>
    private static double? Worst(Metric metric) => metric switch
    {
        { Range: { } range, Better: Direction.Higher } => (double)range.Minimum,
        { Range: { } range } => (double)range.Maximum,
        _ => null,
    };
}
