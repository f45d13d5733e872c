using EvalGate.Statistics;

namespace EvalGate.Datasets;

/// <summary>How agreement with the stored labels moved from one second look to a later one.</summary>
/// <param name="Change">Cohen's kappa of the later look − that of the earlier one.</param>
/// <param name="Interval">Its 95 % interval, from resampled cases; a case on both sheets is drawn for both or for neither.</param>
public sealed record LabelDrift(double Change, ConfidenceInterval Interval)
{
    private const double Confidence = 0.95;
    private const int Replicates = 2000;

    /// <summary>Whether labels have aged, and not just by chance.</summary>
    public bool IsProven => Interval.Upper < 0;

    /// <summary>The drift; null where chance explains all agreement of a sheet, so that there is no kappa.</summary>
    /// <param name="then">The earlier sheet against the stored labels.</param>
    /// <param name="now">The later one.</param>
    public static LabelDrift? Of(LabelComparison then, LabelComparison now)
    {
        var change = now.Overall.Kappa - then.Overall.Kappa;
        double[] changes = double.IsNaN(change) ? [] :
        [
            .. Enumerable.Range(0, Replicates).Select(r => LabelPair.Kappa(Drawn(now.Pairs, r)) - LabelPair.Kappa(Drawn(then.Pairs, r))).Where(c => !double.IsNaN(c)).Order(),
        ];
        return changes.Length == 0 ? null : new(change, new(At(changes, (1 - Confidence) / 2), At(changes, (1 + Confidence) / 2), Confidence));
    }

    private static double At(double[] sorted, double share) => sorted[(int)Math.Round(share * (sorted.Length - 1), MidpointRounding.ToEven)];

    /// <summary>Each case so often as Poisson's law of mean 1 says, by the hash of its id: the bootstrap that needs no order.</summary>
    private static IEnumerable<LabelPair> Drawn(IReadOnlyList<LabelPair> pairs, int replicate) =>
        pairs.SelectMany(p => Enumerable.Repeat(p, Poisson(HashedReplicates.Uniform(HashedReplicates.Fnv1A64(p.Id), replicate))));

    private static int Poisson(double uniform)
    {
        var (count, term, sum) = (0, Math.Exp(-1), Math.Exp(-1));
        while (uniform > sum && term > 0)
        {
            term /= ++count;
            sum += term;
        }

        return count;
    }
}
