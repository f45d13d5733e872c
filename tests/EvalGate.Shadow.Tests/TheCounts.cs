using System.Diagnostics.Metrics;

namespace EvalGate.Shadow.Tests;

public static class TheCounts
{
    [Fact]
    public static async Task AreMetricsToo()
    {
        var name = $"metrics-{Environment.ProcessId}";
        var seen = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, l) =>
            {
                if (instrument.Meter.Name == "EvalGate.Shadow")
                {
                    l.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(seen, name, instrument, tags, value));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Add(seen, name, instrument, tags, 1));
        listener.Start();
        await using var shadow = new AShadow(options: AShadow.Everything with { Name = name });
        await shadow.Shadow.RunAsync("question", TestContext.Current.CancellationToken);
        await shadow.PairsAsync();

        Assert.Equal(
            ["evalgate.shadow.duration candidate  1", "evalgate.shadow.requests candidate logged 1", "evalgate.shadow.requests incumbent not_sampled 1"],
            seen.Order(StringComparer.Ordinal));
    }

    private static void Add(List<string> seen, string shadow, Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags, long value)
    {
        var known = tags.ToArray().ToDictionary(t => t.Key, t => t.Value);
        if (known.GetValueOrDefault("shadow") as string == shadow)
        {
            lock (seen)
            {
                seen.Add($"{instrument.Name} {known["arm"]} {known.GetValueOrDefault("outcome")} {value}");
            }
        }
    }
}
