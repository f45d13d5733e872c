using System.Numerics;
using EvalGate.Model;
using EvalGate.Statistics;

namespace EvalGate.Gating;

/// <summary>Both arms of one metric in one slice, in the metric's unit. Sums are exact; only intervals and p-values are floating point.</summary>
internal sealed class UnpairedSlice(UnpairedSample sample, PowerSums baseline, PowerSums candidate)
{
    private readonly BigInteger _stepsPerUnit = (BigInteger)sample.Denominator * sample.Metric.Scale;

    public int BaselineCases => (int)baseline.Count;

    public int CandidateCases => (int)candidate.Count;

    /// <summary>Mean of the baseline, in the metric's own direction.</summary>
    public double Baseline => Sign * Mean(baseline).InUnits;

    /// <summary>Mean of the candidate, in the metric's own direction.</summary>
    public double Candidate => Sign * Mean(candidate).InUnits;

    /// <summary>Candidate − baseline, oriented.</summary>
    public double MeanDifference => Mean(candidate).InUnits - Mean(baseline).InUnits;

    /// <summary>One result a case on a pass/fail metric: counts are all there is to know.</summary>
    public bool IsPassFail => sample.Metric.Kind == MetricKind.Binary && !sample.HasRepetitions;

    /// <summary>p of "not worse", one-sided.</summary>
    /// <remarks>A bounded baseline is taken with one more case that is lost entirely: by chance it may hold none of the rare losses that the candidate shows.</remarks>
    public double PValueWorse
    {
        get
        {
            var before = sample.Metric.Range is { } range ? WithALoss(baseline, range) : baseline;
            return IsPassFail ? MiettinenNurminen.PValueBelow(CountsOf(before, candidate), 0) : Welch(before, candidate).PValueBelow(0);
        }
    }

    /// <summary>90 % interval of candidate − baseline in the metric's own direction; null where none can be given.</summary>
    public ConfidenceInterval? Interval => Assurance.Shown(
        sample.Metric,
        IsPassFail ? MiettinenNurminen.Interval(CountsOf(baseline, candidate), Assurance.Confidence) : Welch(baseline, candidate).Interval(Assurance.Confidence));

    private int Sign => sample.Metric.Better == Direction.Higher ? 1 : -1;

    /// <summary>Whether the mean is worse by strictly more than the tolerance.</summary>
    public bool IsWorseBy(Tolerance tolerance) => Mean(candidate).IsWorseThan(Mean(baseline), tolerance);

    /// <summary>Whether the candidate's mean is on the wrong side of a level.</summary>
    public bool IsBeyond(decimal level) => Mean(candidate).IsBelow(Sign * level);

    /// <summary>Whether the baseline's mean is on the wrong side of a level.</summary>
    public bool WasBeyond(decimal level) => Mean(baseline).IsBelow(Sign * level);

    /// <summary>The tolerance as a number in the metric's unit.</summary>
    public double InUnits(Tolerance tolerance) => tolerance.InUnits(Baseline);

    /// <summary>Whether "lost the tolerance or more" is rejected, and a loss of that size would probably have shown.</summary>
    /// <remarks>The candidate is held with one more case that is lost entirely, as pairs are: a spread without rare losses is too small.</remarks>
    public bool IsHeld(double tolerance)
    {
        if (sample.Metric.Range is not { } range || !RareLoss.IsRuledOut(CandidateCases, tolerance, (double)range.Width, Assurance.Level))
        {
            return false;
        }

        var now = WithALoss(candidate, range);
        return (IsPassFail ? MiettinenNurminen.PValueAbove(CountsOf(baseline, now), -tolerance) : Welch(baseline, now).PValueAbove(-tolerance)) <= Assurance.Level;
    }

    /// <summary>Oriented pass/fail scores are 0 and 1, or −1 and 0 where failing is what counts.</summary>
    private long Passes(PowerSums arm) => Sign > 0 ? (long)arm.Sum / sample.Metric.Scale : arm.Count + ((long)arm.Sum / sample.Metric.Scale);

    private UnpairedCounts CountsOf(PowerSums before, PowerSums now) => new(Passes(before), before.Count, Passes(now), now.Count);

    private PowerSums WithALoss(PowerSums arm, ValueRange range)
    {
        var sums = new PowerSums();
        sums.Add(arm);
        sums.Add((long)((Sign > 0 ? range.Minimum : -range.Maximum) * (decimal)_stepsPerUnit));
        return sums;
    }

    private StudentEstimate Welch(PowerSums before, PowerSums now) => WelchT.Difference(before.Moments((double)_stepsPerUnit), now.Moments((double)_stepsPerUnit));

    private ExactMean Mean(PowerSums arm) => new(arm.Sum, arm.Count, _stepsPerUnit);
}
