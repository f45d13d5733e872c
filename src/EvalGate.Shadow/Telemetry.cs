using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace EvalGate.Shadow;

/// <summary>Where metrics and activities come from: source and meter are both named "EvalGate.Shadow".</summary>
internal static class Telemetry
{
    public const string Name = "EvalGate.Shadow";

    public static readonly Meter Meter = new(Name);

    public static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("evalgate.shadow.duration", "s", "How long shadow calls took.");

    public static readonly UpDownCounter<long> InFlight = Meter.CreateUpDownCounter<long>("evalgate.shadow.in_flight", "{call}", "Shadow calls in flight.");

    public static readonly UpDownCounter<long> LogQueue = Meter.CreateUpDownCounter<long>("evalgate.shadow.log.queue", "By", "Bytes that wait to be written.");

    private static readonly ActivitySource Source = new(Name);

    /// <summary>A trace of its own, because the shadow outlives the request, linked to the request's.</summary>
    public static Activity? Start(string shadow, string arm, ActivityContext request)
    {
        var activity = Source.CreateActivity("shadow", ActivityKind.Internal, default(ActivityContext), [new("shadow", shadow), new("arm", arm)], request == default ? [] : [new(request)]);
        return activity?.Start();
    }
}
