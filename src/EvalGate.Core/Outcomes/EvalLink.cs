using EvalGate.Model;
using EvalGate.Statistics;

namespace EvalGate.Outcomes;

/// <summary>What holding a metric against a signal came to.</summary>
public enum LinkFinding
{
    /// <summary>When the eval got better or worse, so did production: the interval of the rank correlation lies above 0.</summary>
    Predicts,

    /// <summary>They were not shown to go together.</summary>
    NotShown,

    /// <summary>When the eval got better, production got worse: the interval lies below 0.</summary>
    Contradicts,

    /// <summary>One side never changed: there is nothing to correlate.</summary>
    NoChange,

    /// <summary>Too few pairs, or too few releases, to say anything.</summary>
    Insufficient,
}

/// <summary>Whether a metric of the eval predicts a signal of production: per slice and release, the change of the one against the change of the other.</summary>
/// <remarks>
/// Changes are turned so that more is better. Slices of one release move together, so the interval of Spearman's ρ resamples whole releases
/// (<see cref="RankCorrelation.ClusterInterval"/>); releases are few, so it is never narrower than that of independent pairs (<see cref="RankCorrelation.Interval"/>).
/// </remarks>
public sealed record EvalLink
{
    /// <summary>With fewer pairs nothing is said.</summary>
    public const int FewestPairs = 8;

    private const double Confidence = 0.95;

    /// <summary>The metric of the eval.</summary>
    public required Metric Metric { get; init; }

    /// <summary>The signal of production.</summary>
    public required Metric Signal { get; init; }

    /// <summary>Every pair of changes, by release and slice.</summary>
    public required IReadOnlyList<LinkPair> Pairs { get; init; }

    /// <summary>Spearman's ρ; null where it is undefined or rests on too little.</summary>
    public double? Rho { get; init; }

    /// <summary>Its 95 % interval; null without ρ.</summary>
    public ConfidenceInterval? Interval { get; init; }

    /// <summary>Pairs in which both sides changed.</summary>
    public int Moves => Pairs.Count(p => p.Offline != 0 && p.Online != 0);

    /// <summary>Pairs in which both sides changed the same way.</summary>
    public int Agreeing => Pairs.Count(p => p.Offline * p.Online > 0);

    /// <summary>Wilson's 95 % interval of the share that agrees.</summary>
    public ConfidenceInterval Agreement => Wilson.Interval(Agreeing, Moves, Confidence);

    /// <summary>What it comes to.</summary>
    public LinkFinding Finding => this switch
    {
        { Pairs.Count: < FewestPairs } => LinkFinding.Insufficient,
        _ when Pairs.Select(p => p.Release).Distinct(StringComparer.Ordinal).Count() < 2 => LinkFinding.Insufficient,
        { Rho: null } => LinkFinding.NoChange,
        { Interval.Lower: > 0 } => LinkFinding.Predicts,
        { Interval.Upper: < 0 } => LinkFinding.Contradicts,
        _ => LinkFinding.NotShown,
    };

    /// <summary>Whether there was enough to say something.</summary>
    public bool IsKnown => Finding is LinkFinding.Predicts or LinkFinding.NotShown or LinkFinding.Contradicts;

    internal static EvalLink Of(Metric metric, Signal signal, IReadOnlyList<Release> releases)
    {
        LinkPair[][] steps = [.. releases.Zip(releases.Skip(1), (before, now) => Step(metric, signal.Metric, before, now)).Where(s => s.Length > 0)];
        LinkPair[] pairs = [.. steps.SelectMany(s => s)];
        var link = new EvalLink { Metric = metric, Signal = signal.Metric, Pairs = pairs };
        if (link.Finding == LinkFinding.Insufficient || RankCorrelation.Rho([.. pairs.Select(p => (p.Offline, p.Online))]) is not { } rho)
        {
            return link;
        }

        var clusters = steps.Select(s => (IReadOnlyList<(double, double)>)[.. s.Select(p => (p.Offline, p.Online))]).ToArray();
        var (clustered, independent) = (RankCorrelation.ClusterInterval(clusters, Confidence), RankCorrelation.Interval(rho, pairs.Length, Confidence));
        return link with { Rho = rho, Interval = new(Math.Min(clustered.Lower, independent.Lower), Math.Max(clustered.Upper, independent.Upper), Confidence) };
    }

    /// <summary>The slices of one release; overall only where there are no slices: it is made of them.</summary>
    private static LinkPair[] Step(Metric metric, Metric signal, Release before, Release now)
    {
        var slices = now.Offline.Keys.Where(k => k.Metric == metric.Name).Select(k => k.Slice)
            .Where(s => before.Offline.ContainsKey((metric.Name, s)) && before.Online.ContainsKey((signal.Name, s)) && now.Online.ContainsKey((signal.Name, s))).Order().ToArray();
        return [.. slices.Where(s => !s.IsOverall || slices.Length == 1).Select(s => new LinkPair(
            now.Name,
            s.ToString(),
            Turned(metric, now.Offline[(metric.Name, s)] - before.Offline[(metric.Name, s)]),
            Turned(signal, now.Online[(signal.Name, s)].Mean - before.Online[(signal.Name, s)].Mean)))];
    }

    private static double Turned(Metric metric, double change) => metric.Better == Direction.Higher ? change : -change;
}

/// <summary>What the eval and production said of one slice under one release; more is better on both sides.</summary>
/// <param name="Release">The release, against the one before it.</param>
/// <param name="Slice">The slice.</param>
/// <param name="Offline">The change of the metric.</param>
/// <param name="Online">The change of the signal.</param>
public sealed record LinkPair(string Release, string Slice, double Offline, double Online);
