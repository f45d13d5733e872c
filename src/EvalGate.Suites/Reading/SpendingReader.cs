using System.Globalization;
using EvalGate.Model;
using EvalGate.Suites.Yaml;

namespace EvalGate.Suites.Reading;

/// <summary>Reads <c>budget: { usd: 5, tokens: 2M, time: 20m }</c> and <c>prices: { as_of: 2026-11-01, models: { … } }</c>.</summary>
internal static class SpendingReader
{
    private const string Day = "yyyy-MM-dd";

    public static RunBudget? Budget(MapReader suite)
    {
        if (suite.Optional("budget") is not { } node || MapReader.Of(node, suite.Problems, "'budget'") is not { } map)
        {
            return null;
        }

        var budget = new RunBudget(suite.Problems.At(node))
        {
            Usd = Positive(map, "usd", t => Quantity.Number(t.TrimStart('$')), "an amount such as 5 or $0.50"),
            Tokens = (long?)Positive(map, "tokens", Tokens, "a count such as 200000, 500k or 2M"),
            Time = Positive(map, "time", Quantity.Milliseconds, "a time with its unit, such as 20m") is { } time ? TimeSpan.FromMilliseconds((double)time) : null,
        };
        if (budget is { Usd: null, Tokens: null, Time: null } && map.Map.Entries.Count == 0)
        {
            suite.Problems.Add(DiagnosticCodes.MissingKey, node, "'budget' needs at least one of 'usd', 'tokens' and 'time'.");
        }

        map.Finish();
        return budget;
    }

    public static PriceTable? Prices(MapReader suite)
    {
        if (suite.Optional("prices") is not { } node || MapReader.Of(node, suite.Problems, "'prices'") is not { } map)
        {
            return null;
        }

        var day = AsOf(map);
        var models = Models(map);
        map.Finish();
        return day is null ? null : new(day.Value, models, suite.Problems.At(node));
    }

    private static Dictionary<string, ModelPrice> Models(MapReader map)
    {
        var prices = new Dictionary<string, ModelPrice>(StringComparer.Ordinal);
        if (map.Required("models") is { } node && MapReader.Of(node, map.Problems, "'models'") is { } models)
        {
            foreach (var (model, _) in models.Map.Entries)
            {
                if (Price(models, model) is { } price)
                {
                    prices[model.Text] = price;
                }
            }
        }

        return prices;
    }

    private static DateOnly? AsOf(MapReader map)
    {
        if (map.RequiredScalar("as_of") is not { } scalar)
        {
            return null;
        }

        if (DateOnly.TryParseExact(scalar.Text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        map.Problems.Add(DiagnosticCodes.WrongValue, scalar, $"'as_of' is {scalar.Kind}; write the day the prices were looked up, such as 2026-11-01.");
        return null;
    }

    private static ModelPrice? Price(MapReader models, Scalar model)
    {
        if (models.Required(model.Text) is not { } node || MapReader.Of(node, models.Problems, $"the price of '{ShownText.Of(model.Text)}'") is not { } map)
        {
            return null;
        }

        var (input, output) = (Amount(map, "input"), Amount(map, "output"));
        map.Finish();
        return input is null || output is null ? null : new(input.Value, output.Value);
    }

    private static decimal? Amount(MapReader map, string key)
    {
        if (map.RequiredScalar(key) is not { } scalar)
        {
            return null;
        }

        if (Quantity.Number(scalar.Text.TrimStart('$')) is >= 0 and var amount)
        {
            return amount;
        }

        map.Problems.Add(DiagnosticCodes.WrongValue, scalar, $"'{key}' is {scalar.Kind}; write US dollars per million tokens, such as 0.15.");
        return null;
    }

    private static decimal? Positive(MapReader map, string key, Func<string, decimal?> read, string example)
    {
        if (map.OptionalScalar(key) is not { } scalar)
        {
            return null;
        }

        if (read(scalar.Text) is > 0 and var value)
        {
            return value;
        }

        map.Problems.Add(DiagnosticCodes.WrongValue, scalar, $"'{key}' is {scalar.Kind}; write {example}.");
        return null;
    }

    private static decimal? Tokens(string text) => text switch
    {
        [.. var count, 'k'] => 1_000 * Quantity.Number(count),
        [.. var count, 'M'] => 1_000_000 * Quantity.Number(count),
        _ => Quantity.Number(text),
    } is { } tokens && tokens == decimal.Truncate(tokens) ? tokens : null;
}
