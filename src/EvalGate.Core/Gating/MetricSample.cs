using EvalGate.Model;
using EvalGate.Scoring;
using EvalGate.Slicing;

namespace EvalGate.Gating;

/// <summary>One paired case under one metric: fixed-point scores per repetition, oriented so that more is better.</summary>
internal sealed record MetricPair(Case Case, IReadOnlyList<Slice> Slices, IReadOnlyList<long> Baseline, IReadOnlyList<long> Candidate)
{
    /// <summary>Cases of one group stand and fall together.</summary>
    public string Unit => Case.Group is { } group ? "group\u001f" + group : "case\u001f" + Case.Id;

    /// <summary>Whether any repetition of one side differs from any of the other.</summary>
    public bool CanDiffer => Baseline.Concat(Candidate).Distinct().Skip(1).Any();
}

/// <summary>All that is known of one metric on the paired cases.</summary>
internal sealed record MetricSample
{
    public required Metric Metric { get; init; }

    /// <summary>True when an unchanged candidate cannot differ.</summary>
    public required bool IsRepeatable { get; init; }

    public required IReadOnlyList<MetricPair> Pairs { get; init; }

    /// <summary>Cases to which the metric applied on one side only, by slice.</summary>
    public required IReadOnlyDictionary<Slice, int> OneSided { get; init; }

    /// <summary>Paired cases that have no candidate score, by slice: errors that are no score.</summary>
    public required IReadOnlyDictionary<Slice, int> Unmeasured { get; init; }

    public bool DiffersAnywhere => Pairs.Any(p => p.CanDiffer);

    public static MetricSample Of(Metric metric, Pairing pairing, bool repeatableBaseline)
    {
        var pairs = new List<MetricPair>();
        var oneSided = new Dictionary<Slice, int>();
        var unmeasured = new Dictionary<Slice, int>();
        foreach (var pair in pairing.Pairs)
        {
            var before = Oriented(metric, pair.Baseline.Scores.GetValueOrDefault(metric.Name) ?? []);
            var now = CandidateScores.Of(metric, pair.Records);
            switch (before.Length > 0, now)
            {
                case (false, CandidateScores { Applies: false }):
                    break;
                case (_, CandidateScores { IsMeasured: false }):
                    Count(unmeasured, pair.Slices);
                    break;
                case (true, CandidateScores { Applies: true }):
                    pairs.Add(new(pair.Case, pair.Slices, before, Oriented(metric, now.Values)));
                    break;
                default:
                    Count(oneSided, pair.Slices);
                    break;
            }
        }

        return Collapsed(new() { Metric = metric, IsRepeatable = repeatableBaseline, Pairs = pairs, OneSided = oneSided, Unmeasured = unmeasured });
    }

    /// <summary>Repetitions of a repeatable metric are one observation: copies of the same number say nothing new.</summary>
    private static MetricSample Collapsed(MetricSample sample)
    {
        var repeatable = sample.IsRepeatable && sample.Pairs.All(p => AllEqual(p.Baseline) && AllEqual(p.Candidate));
        return repeatable
            ? sample with { Pairs = [.. sample.Pairs.Select(p => p with { Baseline = [p.Baseline[0]], Candidate = [p.Candidate[0]] })] }
            : sample with { IsRepeatable = false };
    }

    private static bool AllEqual(IReadOnlyList<long> values) => values.All(v => v == values[0]);

    private static long[] Oriented(Metric metric, IEnumerable<double> scores)
    {
        var sign = metric.Better == Direction.Higher ? 1 : -1;
        return [.. scores.Select(s => sign * FixedPoint.Of(s, metric.Scale))];
    }

    private static void Count(Dictionary<Slice, int> counts, IReadOnlyList<Slice> slices)
    {
        foreach (var slice in slices)
        {
            counts[slice] = counts.GetValueOrDefault(slice) + 1;
        }
    }
}
