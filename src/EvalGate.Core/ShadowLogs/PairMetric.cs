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
    public static Metric Agreement { get; } = Share(Agrees, Direction.Higher);

    /// <summary>The tolerated excess of disagreement over the noise floor.</summary>
    public static string AgreementAllowed => "2pp";

    /// <summary>The others.</summary>
    public static IReadOnlyList<PairMetric> All { get; } =
    [
        new(Share(Failed, Direction.Lower), "1pp", (_, answer) => answer.Error is null ? 0 : 1),
        new(Share("refused", Direction.Lower), "2pp", (_, answer) => RefusalText.Declines(Text(answer)) ? 1 : 0),
        new(Amount("words", Exact), "30%", (_, answer) => WordSplitter.Count(Text(answer))),
        new(Amount("ms", Thousandths, "ms"), "20%", (_, answer) => answer.Duration.TotalMilliseconds),
        new(Amount("cost_usd", Billionths, "$"), "10%", (_, answer) => (double?)answer.Usage?.CostUsd),
    ];

    /// <summary>What of an answer people read.</summary>
    private static string Text(ShadowAnswer answer) => TextLeaf.Prose(answer.Output);

    private static Metric Share(string name, Direction better) => Of(name, MetricKind.Binary, Exact) with { Better = better, Range = ValueRange.Unit };

    private static Metric Amount(string name, long scale, string unit = "") => Of(name, MetricKind.Count, scale) with { Unit = unit };

    private static Metric Of(string name, MetricKind kind, long scale) => new()
    {
        Name = name,
        Scorer = new("shadow", false, new Dictionary<string, string>()),
        Kind = kind,
        Better = Direction.Lower,
        Scale = scale,
        Place = new($"--metric {name}", 0, 0),
    };
}
