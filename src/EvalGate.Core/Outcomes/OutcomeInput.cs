using EvalGate.Model;
using EvalGate.Slicing;

namespace EvalGate.Outcomes;

/// <summary>What the eval and production said of the same releases.</summary>
public sealed record OutcomeInput
{
    /// <summary>The suite.</summary>
    public required string Suite { get; init; }

    /// <summary>The metrics of the eval that are held against production.</summary>
    public required IReadOnlyList<Metric> Metrics { get; init; }

    /// <summary>What production says.</summary>
    public required IReadOnlyList<Signal> Signals { get; init; }

    /// <summary>The releases that both sides know, oldest first.</summary>
    public required IReadOnlyList<Release> Releases { get; init; }

    /// <summary>Requests that were read.</summary>
    public required long Requests { get; init; }
}

/// <summary>One release as both sides saw it.</summary>
/// <param name="Name">What production calls it.</param>
/// <param name="Offline">The eval's mean by metric and slice.</param>
/// <param name="Online">Production's sums by signal and slice.</param>
public sealed record Release(
    string Name, IReadOnlyDictionary<(string Metric, Slice Slice), double> Offline, IReadOnlyDictionary<(string Signal, Slice Slice), SignalSums> Online);

/// <summary>Sums of a signal in millionths, which add in any order to the same.</summary>
/// <param name="Count">Requests that have the signal.</param>
/// <param name="Sum">Σx.</param>
/// <param name="SumOfSquares">Σx².</param>
public readonly record struct SignalSums(long Count, Int128 Sum, Int128 SumOfSquares)
{
    /// <summary>Steps of one unit.</summary>
    public const long Scale = 1_000_000;

    /// <summary>The mean; NaN without requests.</summary>
    public double Mean => (double)Sum / Count / Scale;

    /// <summary>One request more.</summary>
    /// <param name="value">Its signal, finite and below 10¹².</param>
    public SignalSums With(double value)
    {
        Int128 step = (long)Math.Round(value * Scale);
        return new(Count + 1, Sum + step, SumOfSquares + (step * step));
    }
}
