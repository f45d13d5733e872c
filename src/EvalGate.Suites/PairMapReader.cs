using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Suites.Reading;
using EvalGate.Suites.Yaml;

namespace EvalGate.Suites;

/// <summary>A map of a log of pairs, or why there is none.</summary>
/// <param name="Map">The map; null if and only if there are errors.</param>
/// <param name="Gate">What is demanded; null when the map demands nothing.</param>
/// <param name="Diagnostics">All problems, in the order of the file.</param>
public sealed record PairMapReading(PairMap? Map, GateSettings? Gate, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>Reads the map of a log of pairs from YAML; every mistake becomes a diagnostic at its place, all in one pass.</summary>
public static class PairMapReader
{
    private const int MostMetrics = 50;
    private const int MostSlices = 20;

    /// <summary>Stands for a range that could not be read; the map is refused anyway.</summary>
    private static readonly ValueRange Unread = ValueRange.Unit;

    /// <summary>Reads a map.</summary>
    /// <param name="text">The file's text; any text at all.</param>
    /// <param name="file">Its path, for diagnostics.</param>
    public static PairMapReading Read(string text, string file)
    {
        var problems = new Problems(file);
        var root = Document.Read(text, problems);
        if (root is null && !problems.HasErrors)
        {
            problems.Add(DiagnosticCodes.MissingKey, 1, 1, "the file is empty. A map starts with 'pairs:' and 'metrics:'.");
        }

        var (map, gate) = root is null || MapReader.Of(root, problems, "the map") is not { } reader ? default : Read(reader);
        return problems.HasErrors ? new(null, null, problems.All) : new(map, gate, problems.All);
    }

    private static (PairMap Map, GateSettings? Gate) Read(MapReader map)
    {
        var name = map.RequiredScalar("pairs");
        if (name is not null && !SuiteReader.Identifier().IsMatch(name.Text))
        {
            map.Problems.Add(DiagnosticCodes.WrongValue, name, $"'pairs' is {name.Kind}; it names the verdict: letters, digits and '_' are allowed, starting with a letter.");
        }

        var slices = SlicesReader.Read(map);
        RefuseDerived(slices, map);
        var metrics = Metrics(map);
        var read = new PairMap
        {
            Name = name?.Text ?? "",
            Slices = slices.Names,
            Crosses = slices.Crosses,
            Unit = map.OptionalScalar("unit")?.Text,
            Metrics = metrics.Sound,
            Place = map.Problems.At(name ?? (Node)map.Map),
        };
        var gate = GateReader.OfPairs(map, new(new([.. metrics.Sound.Select(m => m.Metric)], metrics.Names), slices));
        map.Finish();
        return (read, gate);
    }

    private static void RefuseDerived(DeclaredSlices slices, MapReader map)
    {
        map.Problems.RefuseMany(map.Map, slices.Names.Count + slices.Crosses.Count, MostSlices, "slices and crosses");
        foreach (var derived in slices.Sound.Where(s => s is not DeclaredAttribute))
        {
            map.Problems.Add(DiagnosticCodes.WrongValue, derived.Place.Line, derived.Place.Column, $"'{derived.Name}' is made from other values; a log of pairs is sliced by the columns that it has.");
        }
    }

    private static (IReadOnlyList<PairedMetric> Sound, IReadOnlyList<string> Names) Metrics(MapReader map)
    {
        if (map.Required("metrics") is not { } node || MapReader.Of(node, map.Problems, "'metrics'") is not { } metrics)
        {
            return ([], []);
        }

        if (metrics.Map.Entries.Count == 0)
        {
            map.Problems.Add(DiagnosticCodes.MissingKey, node, "'metrics' is empty; name at least one.");
        }

        map.Problems.RefuseMany(node, metrics.Map.Entries.Count, MostMetrics, "metrics");
        foreach (var (name, _) in metrics.Map.Entries.Where(e => !MetricsReader.MetricName().IsMatch(e.Key.Text)))
        {
            map.Problems.Add(DiagnosticCodes.WrongValue, name, $"{name.Kind} is no name for a metric; letters, digits, '_' and '-' are allowed.");
        }

        return ([.. metrics.Map.Entries.Select(e => Metric(e.Key, e.Value, map.Problems)).OfType<PairedMetric>()], [.. metrics.Map.Entries.Select(e => e.Key.Text)]);
    }

    private static PairedMetric? Metric(Scalar name, Node node, Problems problems)
    {
        if (MapReader.Of(node, problems, $"metric '{ShownText.Of(name.Text)}'") is not { } map)
        {
            return null;
        }

        var (baseline, candidate) = (map.RequiredScalar("baseline"), map.RequiredScalar("candidate"));
        var range = MetricsReader.Range(map);
        var limit = Limit(map);
        var better = MetricsReader.Better(map, limit is null ? Direction.Higher : null);
        var unit = map.OptionalScalar("unit")?.Text ?? "";
        var shown = Shown(map, limit);
        map.Finish();
        if (map.Map.Entries.Count(e => e.Key.Text is "range" or "limit") > 1)
        {
            problems.Add(DiagnosticCodes.WrongValue, node, "a metric has a 'range' (a score), or a 'limit' (time, money, counts), or neither (pass or fail).");
        }

        var sound = range ?? limit ?? ValueRange.Unit;
        var isPassFail = range is null && limit is null;
        var scale = isPassFail ? 1 : PairedMetric.ScaleOf(sound);
        if (scale is null)
        {
            problems.Add(DiagnosticCodes.OutOfRange, node, $"numbers up to {Quantity.Text(decimal.Max(sound.Maximum, sound.Width))} are too large to be added exactly: measure in a larger unit, in which they stay below {PairedMetric.Steps}.");
        }

        var metric = new Metric
        {
            Name = name.Text,
            Scorer = new("column", false, new Dictionary<string, string>()),
            Kind = isPassFail ? MetricKind.Binary : range is null ? MetricKind.Count : MetricKind.Continuous,
            Better = better,
            Range = limit is null ? sound : null,
            Scale = scale ?? 1,
            Unit = unit,
            Place = problems.At(name),
        };
        return new(metric, baseline?.Text ?? "", candidate?.Text ?? "", sound) { Shown = shown };
    }

    private static decimal? Shown(MapReader map, ValueRange? limit)
    {
        // Where it makes no sense it is no key to offer either.
        if (limit is null && map.Map.Entries.All(e => e.Key.Text != "show"))
        {
            return null;
        }

        var shown = map.Word("show", null, Words.Summary);
        if (shown is not null && limit is null)
        {
            map.Problems.Add(DiagnosticCodes.WrongValue, map.Map, "'show' is for time, money and counts, which have a 'limit'.");
        }

        return shown;
    }

    /// <summary>The most that a sound number can be; the least is 0.</summary>
    private static ValueRange? Limit(MapReader map)
    {
        if (map.OptionalScalar("limit") is not { } scalar)
        {
            return null;
        }

        if (Quantity.Number(scalar.Text) is > 0 and var most)
        {
            return new(0, most);
        }

        map.Problems.Add(DiagnosticCodes.WrongValue, scalar, $"'limit' is {scalar.Kind}; write the most that a sound number can be, such as 60000.");
        return Unread;
    }
}
