using EvalGate.Model;
using EvalGate.Outcomes;
using EvalGate.Slicing;

namespace EvalGate.Html.Tests;

/// <summary>Two releases in production, of which the second did worse in German.</summary>
internal static class ProductionOf
{
    public static OutcomeReport Releases(Metric metric, string signal, string before = "2026.10", string now = "2026.11") => OutcomeReport.Of(new()
    {
        Suite = "support",
        Metrics = [metric],
        Signals = [new(AMetric.PassFail(signal, Direction.Lower), "column", TimeSpan.Zero)],
        Releases = [Release(before, metric, signal, 50), Release(now, metric, signal, 150)],
        Requests = 2000,
    });

    private static Release Release(string name, Metric metric, string signal, int downInGerman)
    {
        var (german, english) = (Sums(500, downInGerman), Sums(500, 50));
        return new(
            name,
            new Dictionary<(string, Slice), double> { [(metric.Name, In("de"))] = 0.9, [(metric.Name, In("en"))] = 0.8 },
            new Dictionary<(string, Slice), SignalSums> { [(signal, Slice.Overall)] = Sums(1000, downInGerman + 50), [(signal, In("de"))] = german, [(signal, In("en"))] = english });
    }

    private static SignalSums Sums(int count, int down) => new(count, (Int128)down * SignalSums.Scale, (Int128)down * SignalSums.Scale * SignalSums.Scale);

    private static Slice In(string language) => new([new("language", language)]);
}
