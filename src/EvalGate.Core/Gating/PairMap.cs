using EvalGate.Model;
using EvalGate.Slicing;

namespace EvalGate.Gating;

/// <summary>What the rows of a log of pairs mean: one row is one request that baseline and candidate both answered.</summary>
/// <remarks>Every column is named here; nothing is inferred from the log, which nobody has to trust.</remarks>
public sealed record PairMap
{
    /// <summary>How many buckets units are hashed into: a bucket's rows stand and fall together.</summary>
    public const int Buckets = 256;

    /// <summary>What the verdict is called.</summary>
    public required string Name { get; init; }

    /// <summary>Columns to slice by.</summary>
    public IReadOnlyList<string> Slices { get; init; } = [];

    /// <summary>Crosses of <see cref="Slices"/>.</summary>
    public IReadOnlyList<SliceCross> Crosses { get; init; } = [];

    /// <summary>The column of what was sampled, such as users or conversations, when a unit can have several rows; null when every row is independent.</summary>
    public string? Unit { get; init; }

    /// <summary>What is compared.</summary>
    public required IReadOnlyList<PairedMetric> Metrics { get; init; }

    /// <summary>Where the map is written.</summary>
    public SourcePlace Place { get; init; }
}

/// <summary>A metric and the two columns that its scores are in.</summary>
/// <param name="Metric">The metric; its scale keeps every sound score, and every difference of two, below <see cref="Steps"/>.</param>
/// <param name="Baseline">The baseline's column.</param>
/// <param name="Candidate">The candidate's column.</param>
/// <param name="Sound">What a score can be at all: a score outside is a mistake of the log, never a score. The metric's own range where it has one.</param>
public sealed record PairedMetric(Metric Metric, string Baseline, string Candidate, ValueRange Sound)
{
    /// <summary>The size that no score and no difference may reach in fixed point, so that their cubes fit into 64 bits.</summary>
    public const long Steps = 1L << 21;

    private const long FinestScale = 1_000_000;

    /// <summary>The quantile that is shown beside the verdict on the mean, 0.95 for <c>show: p95</c>; null for none. It is never judged: sums hold no single numbers.</summary>
    public decimal? Shown { get; init; }

    /// <summary>The finest power of ten that keeps scores and differences below <see cref="Steps"/>; null when even whole numbers are too fine.</summary>
    /// <param name="sound">What a score can be at all.</param>
    public static long? ScaleOf(ValueRange sound)
    {
        var most = decimal.Max(sound.Width, decimal.Max(decimal.Abs(sound.Minimum), decimal.Abs(sound.Maximum)));
        for (var scale = FinestScale; scale > 0; scale /= 10)
        {
            if (most <= (decimal)(Steps - 1) / scale)
            {
                return scale;
            }
        }

        return null;
    }
}
