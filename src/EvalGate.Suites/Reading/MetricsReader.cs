using System.Text.Json;
using System.Text.RegularExpressions;
using EvalGate.Model;
using EvalGate.Scoring;
using EvalGate.Suites.Yaml;

namespace EvalGate.Suites.Reading;

/// <summary>Reads <c>metrics:</c>.</summary>
internal static partial class MetricsReader
{
    private const long ScoreScale = 1_000_000;
    private const decimal FarthestScore = 1_000_000_000;
    private const int MostMetrics = 200;

    public static DeclaredMetrics Read(MapReader suite, IReadOnlyList<ScorerDefinition> scorers)
    {
        if (suite.Required("metrics") is not { } node || MapReader.Of(node, suite.Problems, "'metrics'") is not { } metrics)
        {
            return new([], []);
        }

        if (suite.Problems.RefuseMany(node, metrics.Map.Entries.Count, MostMetrics, "metrics"))
        {
            return new([], []);
        }

        if (metrics.Map.Entries.Count == 0)
        {
            suite.Problems.Add(DiagnosticCodes.MissingKey, node, "'metrics' is empty; name at least one.");
        }

        foreach (var (name, _) in metrics.Map.Entries.Where(e => !MetricName().IsMatch(e.Key.Text)))
        {
            suite.Problems.Add(DiagnosticCodes.WrongValue, name, $"{name.Kind} is no name for a metric; letters, digits, '_' and '-' are allowed.");
        }

        var names = metrics.Map.Entries.Select(e => e.Key.Text).ToArray();
        var ratios = metrics.Map.Entries.Where(e => RatioReader.IsRatio(e.Value)).Select(e => e.Key.Text).ToHashSet(StringComparer.Ordinal);
        var scored = metrics.Map.Entries.Where(e => !ratios.Contains(e.Key.Text)).Select(e => Metric(e.Key, e.Value, suite.Problems, scorers)).OfType<Metric>().ToArray();
        var reader = new RatioReader(suite.Problems, new(scored, names) { Ratios = ratios });
        var sound = scored.Concat(metrics.Map.Entries.Where(e => ratios.Contains(e.Key.Text)).Select(e => reader.Read(e.Key, e.Value)).OfType<Metric>());
        return new([.. sound.Where(m => MetricName().IsMatch(m.Name)).OrderBy(m => Array.IndexOf(names, m.Name))], names);
    }

    private static Metric? Metric(Scalar name, Node node, Problems problems, IReadOnlyList<ScorerDefinition> scorers)
    {
        if (MapReader.Of(node, problems, $"metric '{ShownText.Of(name.Text)}'") is not { } map || map.Later("price").RequiredScalar("scorer") is not { } scorer)
        {
            return null;
        }

        var isType = scorer.Text.Contains('.', StringComparison.Ordinal);
        var definition = scorers.FirstOrDefault(s => s.Name == scorer.Text);
        if (definition is null && (!isType || !SuiteReader.TypeName().IsMatch(scorer.Text)))
        {
            var names = scorers.Select(s => s.Name).ToArray();
            problems.Add(DiagnosticCodes.UnknownName, scorer, $"there is no scorer {scorer.Kind}; there are {string.Join(", ", names)}, or the full name of your own IScorer.{Nearest.Hint(scorer.Text, names)}");
            return null;
        }

        var metric = definition is null ? OwnMetric(name, scorer, map) : BuiltInMetric(name, map, definition);
        metric = metric with { Must = Must(map, metric), Quantile = Quantile(map, metric) };
        map.Finish();
        return metric;
    }

    private static Metric BuiltInMetric(Scalar name, MapReader map, ScorerDefinition definition)
    {
        var better = Better(map, definition.Better);
        RequireOneOf(map, definition);
        var range = definition.HasScale ? JudgeReader.Scale(map, Range(map)) : null;
        var pass = definition.HasScale ? Pass(map, range) : null;
        var settings = definition.Settings.Select(s => (s.Key, Value: Setting(map, s))).Where(s => s.Value is not null).ToDictionary(s => s.Key, s => s.Value!, StringComparer.Ordinal);
        return new()
        {
            Name = name.Text,
            Scorer = new(definition.Name, false, settings) { Revision = definition.Revision, Scale = range },
            Kind = pass is null ? definition.Kind : MetricKind.Binary,
            Better = better,
            Range = pass is null ? range ?? definition.Range : ValueRange.Unit,
            Pass = pass,
            Judge = definition.IsJudge ? JudgeReader.Bar(map) with { StepsPerUnit = definition.HasScale ? 1 : 2 } : null,
            Scale = pass is null ? definition.Scale : 1,
            Unit = definition.Unit,
            Place = map.Problems.At(name),
        };
    }

    private static Metric OwnMetric(Scalar name, Scalar scorer, MapReader map)
    {
        var range = Range(map);
        var pass = Pass(map, range);
        return new()
        {
            Name = name.Text,
            Scorer = new(scorer.Text, true, new Dictionary<string, string>()),
            Kind = pass is not null ? MetricKind.Binary : range is not null && IsWhole(range.Minimum) && IsWhole(range.Maximum) && range.Width > 1 ? MetricKind.Ordinal : MetricKind.Continuous,
            Better = pass is null ? Better(map, Direction.Higher) : PassIsBetter(map),
            Range = pass is null ? range : ValueRange.Unit,
            Pass = pass,
            ScoreRange = pass is null ? null : range,
            Scale = pass is null ? ScoreScale : 1,
            Place = map.Problems.At(name),
        };
    }

    internal static Direction Better(MapReader map, Direction? usual)
    {
        if (usual is null && map.Map.Entries.All(e => e.Key.Text != "better"))
        {
            map.Problems.Add(DiagnosticCodes.MissingKey, map.Map, "this metric needs 'better: higher' or 'better: lower': both make sense.");
        }

        return map.Word("better", usual ?? Direction.Higher, Words.Better);
    }

    private static Direction PassIsBetter(MapReader map)
    {
        if (map.Optional("better") is { } better)
        {
            map.Problems.Add(DiagnosticCodes.WrongValue, better, "'pass' makes this metric pass/fail, where passing is better: remove 'better'.");
        }

        return Direction.Higher;
    }

    /// <summary>A scorer that is asked for nothing would pass everything.</summary>
    private static void RequireOneOf(MapReader map, ScorerDefinition definition)
    {
        if (definition.NeedsOneOf.Count > 0 && definition.NeedsOneOf.All(k => map.Optional(k) is null))
        {
            map.Problems.Add(DiagnosticCodes.MissingKey, map.Map, $"'{definition.Name}' needs at least one of {string.Join(", ", definition.NeedsOneOf)}.");
        }
    }

    private static string? Setting(MapReader map, ScorerSetting setting)
    {
        if (setting.Kind is SettingKind.TextList or SettingKind.PatternList)
        {
            var texts = map.Texts(setting.Key);
            ReportFaults(map, setting, texts);
            return texts.Count > 0 ? JsonSerializer.Serialize(texts.Select(t => t.Text).ToArray()) : null;
        }

        if ((setting.Required ? map.RequiredScalar(setting.Key) : map.OptionalScalar(setting.Key)) is not { } scalar)
        {
            return null;
        }

        ReportFaults(map, setting, [scalar]);
        if (setting.Needs is { } other && map.Map.Entries.All(e => e.Key.Text != other))
        {
            map.Problems.Add(DiagnosticCodes.MissingKey, scalar, $"'{setting.Key}' needs '{other}:' beside it.");
        }

        return scalar.Text;
    }

    private static void ReportFaults(MapReader map, ScorerSetting setting, IEnumerable<Scalar> values)
    {
        foreach (var value in values)
        {
            if (Fault(setting, value.Text) is { } fault)
            {
                map.Problems.Add(DiagnosticCodes.WrongValue, value, $"'{setting.Key}' is {value.Kind}; {fault}.");
            }
        }
    }

    private static string? Fault(ScorerSetting setting, string text) => setting.Kind switch
    {
        SettingKind.Path when !JsonPath.TryParse(text, out _) => "write a path such as output.answer, expected.intent or input.question",
        SettingKind.Pattern or SettingKind.PatternList => Pattern.Fault(text),
        SettingKind.TextList when text.Length == 0 => "an empty text is in every output: leave it out",
        SettingKind.ProjectFile => RelativePath.Problem(text),
        SettingKind.Number when setting.Most is { } most && !(Quantity.Number(text) is >= 0 and var number && number <= most) => $"a number from 0 to {Quantity.Text(most)} is needed",
        SettingKind.Number when Quantity.Number(text) is not >= 0 => "a number that is not negative is needed",
        SettingKind.Flag when text is not ("true" or "false") => "true or false is needed",
        SettingKind.OneOf when !setting.Allowed.Contains(text) => $"{string.Join(", ", setting.Allowed)} are allowed",
        _ => null,
    };

    internal static ValueRange? Range(MapReader map)
    {
        if (map.OptionalScalar("range") is not { } scalar)
        {
            return null;
        }

        if (Quantity.Range(scalar.Text) is not ({ } from, { } to) || from >= to)
        {
            map.Problems.Add(DiagnosticCodes.WrongValue, scalar, $"'range' is {scalar.Kind}; write the least and the greatest score, such as 1..5.");
            return null;
        }

        if (from < -FarthestScore || to > FarthestScore)
        {
            map.Problems.Add(DiagnosticCodes.OutOfRange, scalar, $"'range' is {scalar.Kind}; scores from {Quantity.Text(-FarthestScore)} to {Quantity.Text(FarthestScore)} are allowed.");
        }

        return new(from, to);
    }

    private static PassMark? Pass(MapReader map, ValueRange? range)
    {
        if (map.OptionalScalar("pass") is not { } scalar)
        {
            return null;
        }

        if (range is null)
        {
            map.Problems.Add(DiagnosticCodes.MissingKey, scalar, "'pass' needs 'range:' beside it.");
            return null;
        }

        var atLeast = scalar.Text.StartsWith(">=", StringComparison.Ordinal);
        if ((atLeast || scalar.Text.StartsWith("<=", StringComparison.Ordinal)) && Quantity.Number(scalar.Text[2..].Trim()) is { } mark && mark >= range.Minimum && mark <= range.Maximum)
        {
            return new(atLeast, mark);
        }

        map.Problems.Add(DiagnosticCodes.WrongValue, scalar, $"'pass' is {scalar.Kind}; write a mark within the range, such as \">={Quantity.Text(range.Maximum)}\".");
        return null;
    }

    private static decimal? Must(MapReader map, Metric metric)
    {
        if (map.OptionalScalar("must") is not { } scalar)
        {
            return null;
        }

        if (scalar.Text == "true" && metric.Kind == MetricKind.Binary)
        {
            return metric.Better == Direction.Higher ? 1 : 0;
        }

        if (Quantity.Level(scalar.Text, metric).Value is { } level && metric.Kind != MetricKind.Binary && (metric.Range is not { } range || (level >= range.Minimum && level <= range.Maximum)))
        {
            return level;
        }

        map.Problems.Add(DiagnosticCodes.WrongValue, scalar, $"'must' is {scalar.Kind}; {(metric.Kind == MetricKind.Binary ? "true is needed" : "write the score that every case must reach, within the metric's range")}.");
        return null;
    }

    private static decimal? Quantile(MapReader map, Metric metric)
    {
        // Where it makes no sense it is no key to offer either.
        if (metric.IsQuality && map.Map.Entries.All(e => e.Key.Text != "summary"))
        {
            return null;
        }

        if (map.OptionalScalar("summary") is not { } scalar || map.Word("summary", null, Words.Summary) is not { } quantile)
        {
            return null;
        }

        if (metric is { IsQuality: false, Better: Direction.Lower })
        {
            return quantile;
        }

        map.Problems.Add(DiagnosticCodes.WrongValue, scalar, metric.IsQuality
            ? $"'summary: {scalar.Text}' is for durations, costs and counts; '{ShownText.Of(metric.Name)}' has a range, and its mean stands for it."
            : $"'summary: {scalar.Text}' looks at the worst cases where less is better; '{ShownText.Of(metric.Name)}' needs 'better: lower' for it.");
        return null;
    }

    private static bool IsWhole(decimal value) => decimal.Truncate(value) == value;

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{N}_-]{0,59}\z", RegexOptions.CultureInvariant)]
    internal static partial Regex MetricName();
}
