using System.Text.Json;
using EvalGate.Model;
using EvalGate.Statistics;

namespace EvalGate.Gating;

/// <summary>Finds fields of the input whose values cases share, where cases of one value change alike: groups that nobody declared.</summary>
/// <remarks>Fifty paraphrases counted as fifty cases make p-values lie. Looked for in short texts and numbers at the top of the input, and in <c>source</c>.</remarks>
internal static class UndeclaredGroups
{
    private const int LeastGroups = 10;
    private const int LongestValue = 64;

    public static IReadOnlyList<Diagnostic> Of(IReadOnlyList<Pair> pairs, IEnumerable<Metric> metrics, PairedTable table, SourcePlace place)
    {
        if (table.Groups.Count > 0)
        {
            return [];
        }

        var keys = KeysOf(pairs).ToArray();
        var found = from metric in metrics.Where(m => m.IsQuality)
                    from key in keys
                    let effect = EffectOf(key.Values, MetricSample.Of(metric, table))
                    where effect.IsWorthWarning && effect.PValue * keys.Length <= 0.01
                    orderby effect.Value descending, key.Name
                    select (key.Name, Metric: metric.Name, Effect: effect);
        return [.. found.DistinctBy(f => f.Name).Take(1).Select(f => new Diagnostic(DiagnosticCodes.UndeclaredGroups, Severity.Warning, Text(f.Name, f.Metric, f.Effect), place))];
    }

    private static string Text(string key, string metric, DesignEffect effect) =>
        $"cases that share '{key}' change alike in {metric} (intraclass correlation {Figures.Fixed(effect.IntraclassCorrelation, 2)}): "
        + $"the cases are worth {Figures.Fixed(100 / effect.Value, 0)} % of their number, and p-values that count each alone are too small. "
        + $"If they belong together, say so in the cases: \"group\": the value of {key}.";

    private static DesignEffect EffectOf(IReadOnlyList<string?> values, MetricSample sample) => sample.Unusable is not null ? DesignEffect.Of([]) : DesignEffect.Of(
        [.. sample.Pairs().Where(p => values[p.Row] is not null).GroupBy(p => values[p.Row]!, p => p.Difference, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => PowerSums.Of(g).Moments(1))]);

    /// <summary>The fields that could be groups: at least ten values, most of them shared, none by a tenth of the cases.</summary>
    private static IEnumerable<(string Name, IReadOnlyList<string?> Values)> KeysOf(IReadOnlyList<Pair> pairs)
    {
        var fields = pairs.Where(p => p.Case.Input.ValueKind == JsonValueKind.Object).SelectMany(p => p.Case.Input.EnumerateObject().Select(f => f.Name))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(50);
        var keys = fields.Select(f => (Name: $"input.{f}", Values: (IReadOnlyList<string?>)[.. pairs.Select(p => ValueOf(p.Case.Input, f))]))
            .Append(("source", [.. pairs.Select(p => p.Case.Source)]));
        return keys.Where(k => CouldBeGroups(k.Values));
    }

    private static bool CouldBeGroups(IReadOnlyList<string?> values)
    {
        var sizes = values.OfType<string>().CountBy(v => v, StringComparer.Ordinal).Select(v => v.Value).ToArray();
        return sizes.Length >= LeastGroups && sizes.Max() * 10 <= values.Count && sizes.Where(n => n > 1).Sum() * 2 > values.Count;
    }

    private static string? ValueOf(JsonElement input, string field) =>
        input.ValueKind == JsonValueKind.Object && input.TryGetProperty(field, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
            && value.ToString() is { Length: > 0 and <= LongestValue } text ? text : null;
}
