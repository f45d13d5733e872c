using System.Diagnostics.Metrics;
using System.Text.Json;

namespace EvalGate.Shadow;

/// <summary>How often each outcome happened since the start; the same figures as the metric <c>evalgate.shadow.requests</c>.</summary>
public sealed class ShadowCounts
{
    private static readonly Counter<long> Requests = Telemetry.Meter.CreateCounter<long>("evalgate.shadow.requests", "{request}", "Requests by what became of them in the shadow.");

    private static readonly ShadowOutcome[] Outcomes = Enum.GetValues<ShadowOutcome>();

    private static readonly string[] Names = [.. Outcomes.Select(o => JsonNamingPolicy.SnakeCaseLower.ConvertName(o.ToString()))];

    private readonly long[] _counts = new long[Outcomes.Length];
    private readonly string _shadow;
    private readonly string _arm;

    internal ShadowCounts(string shadow, string arm) => (_shadow, _arm) = (shadow, arm);

    /// <summary>Requests that are through.</summary>
    public long Total => Outcomes.Sum(o => this[o]);

    /// <summary>Requests that ended in one way.</summary>
    /// <param name="outcome">Which way.</param>
    public long this[ShadowOutcome outcome] => Interlocked.Read(ref _counts[(int)outcome]);

    /// <summary>The ways that happened, such as "logged 12, busy 3".</summary>
    public override string ToString() => string.Join(", ", Outcomes.Where(o => this[o] > 0).Select(o => $"{Names[(int)o]} {this[o]}"));

    internal void Add(ShadowOutcome outcome)
    {
        Interlocked.Increment(ref _counts[(int)outcome]);
        Requests.Add(1, new("shadow", _shadow), new("arm", _arm), new("outcome", Names[(int)outcome]));
    }
}
