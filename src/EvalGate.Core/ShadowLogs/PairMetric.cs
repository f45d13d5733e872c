using EvalGate.Datasets;
using EvalGate.Model;
using EvalGate.Scoring;

namespace EvalGate.ShadowLogs;

/// <summary>A metric that needs nothing but two answers, and how far it may change unless somebody says otherwise.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Allowed">The tolerated change, such as <c>2pp</c>.</param>
/// <param name="Score">The number of one answer of a pair; null where it does not apply. An answer that failed never gets here, except under <see cref="Failed"/>.</param>
public sealed record PairMetric(Metric Metric, string Allowed, Func<ShadowPair, ShadowAnswer, double?> Score)
{
    private const long Exact = 1;
    private const long Thousandths = 1_000;
    private const long Billionths = 1_000_000_000;

    /// <summary>Whether the shadow says what the incumbent said. Held against how often the incumbent says what it said itself, so it is not paired.</summary>
    public const string Agrees = "agrees";

    /// <summary>Whether there was no answer.</summary>
    public const string Failed = "failed";

    /// <summary>The metric of agreement; what agrees is told by <see cref="Disagreement"/>.</summary>
    public static Metric Agreement { get; } = Of(Agrees, MetricKind.Binary, Direction.Higher, Exact, ValueRange.Unit);

    /// <summary>The tolerated excess of disagreement over the noise floor.</summary>
    public static string AgreementAllowed => "2pp";

    /// <summary>The others.</summary>
    public static IReadOnlyList<PairMetric> All { get; } =
    [
        new(Of(Failed, MetricKind.Binary, Direction.Lower, Exact, ValueRange.Unit), "1pp", (_, answer) => answer.Error is null ? 0 : 1),
        new(Of("refused", MetricKind.Binary, Direction.Lower, Exact, ValueRange.Unit), "2pp", (_, answer) => RefusalText.Declines(Text(answer)) ? 1 : 0),
        new(Of("words", MetricKind.Count, Direction.Lower, Exact, null), "30%", (_, answer) => WordSplitter.Count(Text(answer))),
        new(Of("ms", MetricKind.Count, Direction.Lower, Thousandths, null, "ms"), "20%", (_, answer) => answer.Duration.TotalMilliseconds),
        new(Of("cost_usd", MetricKind.Count, Direction.Lower, Billionths, null, "$"), "10%", (_, answer) => (double?)answer.Usage?.CostUsd),
    ];

    /// <summary>What of an answer people read.</summary>
    private static string Text(ShadowAnswer answer) => TextLeaf.Prose(answer.Output);

    private static Metric Of(string name, MetricKind kind, Direction better, long scale, ValueRange? range, string unit = "") => new()
    {
        Name = name,
        Scorer = new("shadow", false, new Dictionary<string, string>()),
        Kind = kind,
        Better = better,
        Range = range,
        Scale = scale,
        Unit = unit,
        Place = new($"--metric {name}", 0, 0),
    };
}
