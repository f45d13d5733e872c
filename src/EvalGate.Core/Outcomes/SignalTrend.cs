using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Statistics;

namespace EvalGate.Outcomes;

/// <summary>A signal in one slice over the releases.</summary>
public sealed record SignalTrend
{
    private const double Confidence = 0.9;
    private const double Level = 0.05;

    /// <summary>The signal.</summary>
    public required Metric Signal { get; init; }

    /// <summary>Where.</summary>
    public required Slice Slice { get; init; }

    /// <summary>One per release, oldest first.</summary>
    public required IReadOnlyList<SignalPoint> Points { get; init; }

    /// <summary>From the last release but one to the last, in the signal's own direction; NaN where one of them has no requests.</summary>
    public required double Change { get; init; }

    /// <summary>90 % interval of the change: Newcombe's for binary signals, Welch's for the others.</summary>
    public required ConfidenceInterval Interval { get; init; }

    /// <summary>Two-sided p-value of "no change", by Benjamini and Hochberg over all signals and slices.</summary>
    public required double AdjustedPValue { get; init; }

    /// <summary>Whether it moved, at a false discovery rate of 5 %.</summary>
    public bool Moved => AdjustedPValue <= Level;

    /// <summary>Whether it moved to the worse.</summary>
    public bool IsWorse => Moved && (Signal.Better == Direction.Higher ? Change < 0 : Change > 0);

    internal static IReadOnlyList<SignalTrend> Of(OutcomeInput input)
    {
        var found = input.Signals.SelectMany(s => SlicesOf(s, input).Select(slice => Of(s, slice, input.Releases))).ToArray();
        var adjusted = FalseDiscovery.BenjaminiHochberg([.. found.Select(t => t.AdjustedPValue)]);
        var order = input.Signals.Select(s => s.Metric.Name).ToList();
        return [.. found.Zip(adjusted, (trend, p) => trend with { AdjustedPValue = p })
            .OrderBy(t => order.IndexOf(t.Signal.Name)).ThenBy(t => !t.Slice.IsOverall).ThenBy(t => !t.IsWorse).ThenBy(t => t.AdjustedPValue).ThenBy(t => t.Slice)];
    }

    private static Slice[] SlicesOf(Signal signal, OutcomeInput input) =>
        [.. input.Releases.SelectMany(r => r.Online.Keys).Where(k => k.Signal == signal.Metric.Name).Select(k => k.Slice).Distinct().Order()];

    private static SignalTrend Of(Signal signal, Slice slice, IReadOnlyList<Release> releases)
    {
        SignalSums[] sums = [.. releases.Select(r => r.Online.GetValueOrDefault((signal.Metric.Name, slice)))];
        var (before, now) = sums is [.., var a, var b] ? (a, b) : (default, sums.LastOrDefault());
        var (interval, p) = signal.Metric.Kind == MetricKind.Binary ? OfShares(Counts(before, now)) : OfMeans(before, now);
        return new()
        {
            Signal = signal.Metric,
            Slice = slice,
            Points = [.. releases.Zip(sums, (r, s) => new SignalPoint(r.Name, s.Count, s.Mean))],
            Change = now.Mean - before.Mean,
            Interval = interval,
            AdjustedPValue = p,
        };
    }

    private static (ConfidenceInterval Interval, double PValue) OfShares(UnpairedCounts counts) => counts.BaselineCases == 0 || counts.CandidateCases == 0
        ? (new(-1, 1, Confidence), 1)
        : (NewcombeUnpaired.Interval(counts, Confidence), TwoSided(MiettinenNurminen.PValueBelow(counts, 0), MiettinenNurminen.PValueAbove(counts, 0)));

    private static (ConfidenceInterval Interval, double PValue) OfMeans(SignalSums before, SignalSums now)
    {
        var change = WelchT.Difference(MomentsOf(before), MomentsOf(now));
        return (change.Interval(Confidence), TwoSided(change.PValueBelow(0), change.PValueAbove(0)));
    }

    private static double TwoSided(double below, double above) => Math.Min(1, 2 * Math.Min(below, above));

    private static UnpairedCounts Counts(SignalSums before, SignalSums now) =>
        new((long)(before.Sum / SignalSums.Scale), before.Count, (long)(now.Sum / SignalSums.Scale), now.Count);

    private static Moments MomentsOf(SignalSums sums) => Moments.FromSums(sums.Count, sums.Sum, sums.SumOfSquares, 0, SignalSums.Scale);
}

/// <summary>A signal in one slice under one release.</summary>
/// <param name="Release">The release.</param>
/// <param name="Requests">Requests that have the signal.</param>
/// <param name="Mean">Their mean; NaN without any.</param>
public sealed record SignalPoint(string Release, long Requests, double Mean);
