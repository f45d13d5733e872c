using System.Text.Json;

namespace EvalGate.Shadow;

/// <summary>How much of the traffic a shadow sees, how long and how often its candidate may run, and what is logged.</summary>
public sealed record ShadowOptions
{
    /// <summary>What the shadow is called in metrics and activities; part of the sampling, so that two shadows see different requests. Default "shadow".</summary>
    public string Name { get; init; } = "shadow";

    /// <summary>Whether inputs are logged. There is no default: this is a decision about your users' data.</summary>
    public required ShadowInputs Inputs { get; init; }

    /// <summary>The share of requests that the candidate sees, from 0 to 1. Default 0.1.</summary>
    public double Rate { get; init; } = 0.1;

    /// <summary>Other shares for parts of the traffic; the first that fits a request holds. Default none.</summary>
    public IReadOnlyList<SegmentRate> Segments { get; init; } = [];

    /// <summary>
    /// How many requests the incumbent answers a second time, as a share of what the candidate sees: how much it differs from itself is the noise floor,
    /// in the same mix of segments. Default 0.
    /// </summary>
    public double NoiseShare { get; init; }

    /// <summary>How long the candidate may take. What comes later is logged as a timeout. Default 30 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Shadow calls in flight at most; further ones are dropped, never queued. A call that ignores its cancellation counts until it ends. Default 8.</summary>
    public int MaxConcurrent { get; init; } = 8;

    /// <summary>The longest input or output that is logged, in bytes of JSON. Default 256 KiB.</summary>
    public int MaxTextBytes { get; init; } = 256 * 1024;

    /// <summary>When a failing candidate is left alone.</summary>
    public ShadowBreaker Breaker { get; init; } = new();

    /// <summary>Applied to every text in inputs and outputs before they are logged, in the background; null to log texts as they are.</summary>
    public Func<string, string>? Redact { get; init; }

    /// <summary>Turns the shadow off and on while the service runs. One switch may serve several shadows.</summary>
    public ShadowSwitch Switch { get; init; } = new();

    /// <summary>How inputs and outputs become JSON. Default <see cref="JsonSerializerOptions.Web"/>, as suites read them.</summary>
    public JsonSerializerOptions Json { get; init; } = JsonSerializerOptions.Web;

    /// <summary>The clock. Default the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Throws at once where a figure makes no sense, rather than once per request.</summary>
    internal ShadowOptions Checked()
    {
        foreach (var rate in (double[])[Rate, NoiseShare, .. Segments.Select(s => s.Rate)])
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(rate is >= 0 and <= 1, true, nameof(Rate));
        }

        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Timeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxConcurrent, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxTextBytes, 1);
        ArgumentException.ThrowIfNullOrWhiteSpace(Name);
        return this;
    }
}

/// <summary>What the log holds of an input.</summary>
public enum ShadowInputs
{
    /// <summary>The SHA-256 of its JSON: equal inputs can be told, nothing can be read. Such pairs cannot become cases.</summary>
    Hash,

    /// <summary>The input itself, after <see cref="ShadowOptions.Redact"/>.</summary>
    Value,
}

/// <summary>The share of one segment's requests that the candidate sees.</summary>
/// <param name="Attribute">The slice attribute, such as "language".</param>
/// <param name="Value">Its value, such as "de".</param>
/// <param name="Rate">From 0 to 1.</param>
public sealed record SegmentRate(string Attribute, string Value, double Rate);

/// <summary>When a failing candidate is left alone, and for how long.</summary>
public sealed record ShadowBreaker
{
    /// <summary>The share of failed calls that opens the breaker. Default 0.5.</summary>
    public double FailureRatio { get; init; } = 0.5;

    /// <summary>Fewer calls than this never open it. Default 10.</summary>
    public int MinimumCalls { get; init; } = 10;

    /// <summary>The time over which calls are counted. Default 30 s.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the candidate is left alone before one call tries again. Default 30 s.</summary>
    public TimeSpan Break { get; init; } = TimeSpan.FromSeconds(30);
}
