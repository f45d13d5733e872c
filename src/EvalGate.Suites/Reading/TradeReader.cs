using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Suites.Yaml;

namespace EvalGate.Suites.Reading;

/// <summary>Reads <c>gate: trade:</c>.</summary>
internal static class TradeReader
{
    public static Trade? Read(MapReader gate, DeclaredMetrics metrics, IReadOnlyList<Rule> rules)
    {
        if (gate.Optional("trade") is not { } node || MapReader.Of(node, gate.Problems, "'trade'") is not { } trade)
        {
            return null;
        }

        var allowed = Amounts(trade, "allow", metrics);
        var gains = Amounts(trade, "for", metrics);
        trade.Finish();
        if (gains.Count > 1)
        {
            gate.Problems.Add(DiagnosticCodes.WrongValue, trade.Map, $"'for' names {gains.Count} metrics; a trade is for one.");
        }

        foreach (var name in allowed.Keys.Where(gains.ContainsKey))
        {
            gate.Problems.Add(DiagnosticCodes.WrongValue, trade.Map, $"'{name}' stands under 'allow' and under 'for': a metric cannot pay for its own gain.");
        }

        if (gains.Count == 1 && !IsMeasured(gains.Keys.First(), rules) && AllRulesAreSound(gate, rules))
        {
            var name = ((Map)trade.Optional("for")!).Entries[0].Key;
            gate.Problems.Add(DiagnosticCodes.WrongValue, name, $"'for' is {name.Kind}, and no rule compares it overall, so its gain is never measured. Add one, such as {{ metric: {name.Text}, {Example(metrics, name.Text)} }}.");
        }

        return gains.Count == 1 && allowed.Count > 0 ? new(allowed, gains.Keys.First(), gains.Values.First(), gate.Problems.At(trade.Map)) : null;
    }

    /// <summary>Whether a rule compares a metric over all cases.</summary>
    private static bool IsMeasured(string metric, IReadOnlyList<Rule> rules) =>
        rules.Any(r => r.Metric == metric && r.Bound is MaxChange && r.Scope is OverallOnly or OverallAndSlices);

    /// <summary>A rule that could not be read may have been the one.</summary>
    private static bool AllRulesAreSound(MapReader gate, IReadOnlyList<Rule> rules) => gate.Optional("rules") is Sequence list && list.Items.Count == rules.Count;

    private static string Example(DeclaredMetrics metrics, string name)
    {
        var metric = metrics.Sound.First(m => m.Name == name);
        return $"{BoundText.Fitting("max_drop", metric)}: {(metric.IsShare ? "2pp" : metric.IsQuality ? "0.2" : "10%")}";
    }

    private static Dictionary<string, Tolerance> Amounts(MapReader trade, string key, DeclaredMetrics metrics)
    {
        var amounts = new Dictionary<string, Tolerance>(StringComparer.Ordinal);
        if (trade.Required(key) is not { } node || MapReader.Of(node, trade.Problems, $"'{key}'") is not { } map)
        {
            return amounts;
        }

        if (map.Map.Entries.Count == 0)
        {
            trade.Problems.Add(DiagnosticCodes.MissingKey, node, $"'{key}' is empty; write metric: amount, such as {(key == "allow" ? "cost_usd: 20%" : "correct: 2pp")}.");
        }

        foreach (var name in map.Map.Entries.Select(e => e.Key))
        {
            if (map.RequiredScalar(name.Text) is { } amount && metrics.Find(name, trade.Problems) is { } metric && AmountOf(amount, metric, trade.Problems) is { } value)
            {
                amounts[metric.Name] = value;
            }
        }

        return amounts;
    }

    private static Tolerance? AmountOf(Scalar amount, Metric metric, Problems problems)
    {
        var (value, problem) = Quantity.Tolerance(amount.Text, metric);
        problem ??= metric.Kind == MetricKind.Duration && !value!.IsRelative ? "a change of a duration is judged as a factor: write a share such as 20%." : null;
        if (problem is not null)
        {
            problems.Add(DiagnosticCodes.WrongUnit, amount, problem);
            return null;
        }

        return value;
    }
}
