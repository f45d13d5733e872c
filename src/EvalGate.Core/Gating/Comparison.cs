using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Statistics;

namespace EvalGate.Gating;

/// <summary>Candidate against baseline for one metric on one slice, judged by one rule.</summary>
public sealed record Comparison
{
    /// <summary>The metric.</summary>
    public required Metric Metric { get; init; }

    /// <summary>The slice.</summary>
    public required Slice Slice { get; init; }

    /// <summary>The rule that decides here.</summary>
    public required Rule Rule { get; init; }

    /// <summary>What was concluded.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>True when this comparison alone turns the build red.</summary>
    public required bool Blocks { get; init; }

    /// <summary>True when <see cref="Baseline"/> is the anchor's, not that of the last accepted run.</summary>
    public bool IsAnchored { get; init; }

    /// <summary>The variant of the subject that stands for the baseline, in an A/B session; null for a comparison with an accepted run.</summary>
    public string? Variant { get; init; }

    /// <summary>What this comparison was reweighted by to the mix of production; null for one that counts every case once.</summary>
    public Reweighting? Weighting { get; init; }

    /// <summary>True when a judge that people's labels do not vouch for gave the scores: it informs, and blocks nothing.</summary>
    public bool IsWithoutVote { get; init; }

    /// <summary>True for a regression that is the price of a gain the suite asked for (<c>trade:</c>): shown, and no obstacle.</summary>
    public bool IsTraded { get; init; }

    /// <summary>True for a regression that somebody accepted until a later day (<c>waivers.yaml</c>): shown, and no obstacle.</summary>
    public bool IsWaived { get; init; }

    /// <summary>True for a regression that is shown, and no obstacle: traded or accepted.</summary>
    public bool IsExcused => IsTraded || IsWaived;

    /// <summary>Why, where the figures do not say it: the reason of "not judged", "baseline already below", "identical".</summary>
    public string? Reason { get; init; }

    /// <summary>What mends a comparison that was not judged; null for accepting a run.</summary>
    public string? Remedy { get; init; }

    /// <summary>The share of cases that may lie above the level, 0.05 for p95; null for a rule on a change or a mean.</summary>
    public decimal? SparedShare { get; init; }

    /// <summary>Paired cases; the candidate's where the arms have different ones.</summary>
    public required int Cases { get; init; }

    /// <summary>The baseline's cases where the arms have different ones; null for pairs.</summary>
    public int? BaselineCases { get; init; }

    /// <summary>Independent groups among them; null when no case has a group.</summary>
    public int? Groups { get; init; }

    /// <summary>Mean of the baseline over the paired cases; null without any.</summary>
    public double? Baseline { get; init; }

    /// <summary>Mean of the candidate over the paired cases; null without any.</summary>
    public double? Candidate { get; init; }

    /// <summary>Candidate − baseline, in the metric's own direction; null without pairs.</summary>
    public double? Difference { get; init; }

    /// <summary>90 % interval of <see cref="Difference"/>; null where none can be given.</summary>
    public ConfidenceInterval? Interval { get; init; }

    /// <summary>One-sided p of "not worse", unadjusted; null where nothing was tested.</summary>
    public double? PValue { get; init; }

    /// <summary>The same, adjusted for all slices and metrics looked at.</summary>
    public double? AdjustedPValue { get; init; }

    /// <summary>How <see cref="AdjustedPValue"/> came about, such as <c>Westfall–Young, exact</c>; null where nothing was tested.</summary>
    public string? Method { get; init; }

    /// <summary>The level that <see cref="AdjustedPValue"/> is held against.</summary>
    public double? Level { get; init; }

    /// <summary>The tolerated change for the worse in the metric's unit, not negative; null for a rule on the level.</summary>
    public double? Tolerance { get; init; }

    /// <summary>Cases that got better.</summary>
    public int Gains { get; init; }

    /// <summary>Cases that got worse.</summary>
    public int Losses { get; init; }

    /// <summary>Ids of the cases that got worse, worst first; at most 100 of them.</summary>
    public IReadOnlyList<string> LosingCases { get; init; } = [];

    /// <summary>True when losing everything the baseline has could not reach the level.</summary>
    public bool IsBlind { get; init; }

    /// <summary>Evidence for "worse" that stays valid however often one runs again: at 20 or more a bet on "not worse" is lost at 5 %. Only where earlier runs were pooled.</summary>
    public double? EValue { get; init; }

    /// <summary>Whether a regression of this size is within what <c>trade:</c> allows.</summary>
    internal bool IsWithinTrade { get; init; }

    /// <summary>Whether it is within the ceiling of its waiver, whatever the day.</summary>
    internal bool IsWithinWaiver { get; init; }

    /// <summary>A comparison that is not judged yet.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="coverage">The rule, and the slice it covers.</param>
    /// <param name="level">The level that its p-value will be held against.</param>
    internal static Comparison Open(Metric metric, RuleCoverage coverage, double level) => new()
    {
        Metric = metric,
        Slice = coverage.Slice,
        Rule = coverage.Rule,
        Verdict = Verdict.Clear,
        Blocks = false,
        Level = level,
        Cases = 0,
    };

    /// <summary>A comparison that says nothing but why.</summary>
    internal static Comparison NotJudged(Metric metric, RuleCoverage coverage, Obstacle obstacle) => new()
    {
        Metric = metric,
        Slice = coverage.Slice,
        Rule = coverage.Rule,
        Verdict = Verdict.NotJudged,
        Blocks = true,
        Reason = obstacle.Reason,
        Remedy = obstacle.Remedy,
        Cases = 0,
    };

    /// <summary>The smallest true change for the worse that would be red with 80 % power; null when none would.</summary>
    public double? SmallestDetectable { get; init; }

    /// <summary>Further cases for "held" at 80 % power if nothing changed; null when the metric is never held or already is.</summary>
    public long? CasesNeeded { get; init; }

    /// <summary>Cases that catch a true change of the tolerance with 80 % power; null for a tolerance of 0 or a rule on the level.</summary>
    public long? CasesToCatch { get; init; }
}
