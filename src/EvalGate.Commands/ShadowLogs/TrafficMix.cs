using EvalGate.Gating;
using EvalGate.ShadowLogs;

namespace EvalGate.Commands;

/// <summary>What share of the traffic each value of an attribute has, where segments were sampled at different rates: a pair stands for 1/rate requests.</summary>
internal sealed class TrafficMix
{
    // Below this the sample is as good as the traffic.
    private const double Least = 0.01;

    private readonly Dictionary<string, Dictionary<string, (int Pairs, double Requests)>> _values = new(StringComparer.Ordinal);
    private int _pairs;
    private double _requests;

    public void Add(ShadowPair pair)
    {
        _pairs++;
        _requests += 1 / pair.Rate;
        foreach (var (attribute, values) in pair.Slices.Where(s => s.Value.Count == 1))
        {
            if (!_values.TryGetValue(attribute, out var counts))
            {
                _values[attribute] = counts = new(StringComparer.Ordinal);
            }

            var (pairs, requests) = counts.GetValueOrDefault(values[0]);
            counts[values[0]] = (pairs + 1, requests + (1 / pair.Rate));
        }
    }

    /// <summary>The mix by the attribute that sampling moved most; null when it moved none.</summary>
    public ProductionMix? Of()
    {
        var moved = _values.Where(a => a.Value.Sum(v => v.Value.Pairs) == _pairs && Moved(a.Value) >= Least).ToArray();
        return moved.Length == 0 ? null : MixOf(moved.OrderByDescending(a => Moved(a.Value)).ThenBy(a => a.Key, StringComparer.Ordinal).First());
    }

    private ProductionMix MixOf(KeyValuePair<string, Dictionary<string, (int Pairs, double Requests)>> attribute) =>
        new(attribute.Key, attribute.Value.ToDictionary(v => v.Key, v => (decimal)(v.Value.Requests / _requests), StringComparer.Ordinal), new("rate", 0, 0));

    private double Moved(Dictionary<string, (int Pairs, double Requests)> values) =>
        values.Sum(v => Math.Abs((v.Value.Requests / _requests) - ((double)v.Value.Pairs / _pairs))) / 2;
}
