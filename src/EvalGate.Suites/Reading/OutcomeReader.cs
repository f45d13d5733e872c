using EvalGate.Model;
using EvalGate.Outcomes;
using EvalGate.Suites.Yaml;

namespace EvalGate.Suites.Reading;

/// <summary>Reads <c>NAME.outcomes.yaml</c>: where production says how each release did, and what its columns mean.</summary>
internal static class OutcomeReader
{
    private const long Scale = 1_000_000;

    private static readonly (string Word, MetricKind Value)[] Kinds = [("binary", MetricKind.Binary), ("number", MetricKind.Continuous)];

    public static OutcomeReading Read(string text, string file)
    {
        var problems = new Problems(file);
        var node = Document.Read(text, problems);
        if (node is null && !problems.HasErrors)
        {
            problems.Add(DiagnosticCodes.MissingKey, 1, 1, "the file is empty; it needs 'files:' and 'signals:'.");
        }

        var map = node is not null && MapReader.Of(node, problems, "the map") is { } reader ? Of(reader) : null;
        return new(problems.HasErrors ? null : map, problems.All);
    }

    private static OutcomeMap Of(MapReader map)
    {
        var files = Files(map);
        var time = map.OptionalScalar("time");
        var signals = Signals(map, time is not null);
        var read = new OutcomeMap
        {
            Files = files,
            Id = map.OptionalScalar("id")?.Text ?? "id",
            Release = map.OptionalScalar("release")?.Text ?? "release",
            Time = time?.Text,
            Slices = map.Texts("slices") is [_, ..] slices ? [.. slices.Select(s => s.Text.Split('*', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))] : null,
            Metrics = map.Texts("metrics") is [_, ..] metrics ? [.. metrics.Select(m => m.Text)] : null,
            Releases = map.OptionalScalar("releases") is { } releases ? Relative(map, "releases", releases) : null,
            Signals = signals,
            Place = map.Problems.At(map.Map),
        };
        map.Finish();
        return read;
    }

    private static IReadOnlyList<string> Files(MapReader map)
    {
        var files = map.Texts("files");
        if (files.Count == 0 && map.Map.Entries.All(e => e.Key.Text != "files"))
        {
            map.Problems.Add(DiagnosticCodes.MissingKey, map.Map, "the map needs 'files:', such as ../production/signals-*.csv.");
        }

        return [.. files.Select(f => Relative(map, "files", f))];
    }

    private static string Relative(MapReader map, string key, Scalar path)
    {
        // Logs of production mostly lie beside the evals, not below them.
        if (Path.IsPathRooted(path.Text) || path.Text.Contains('\\', StringComparison.Ordinal))
        {
            map.Problems.Add(DiagnosticCodes.WrongValue, path, $"'{key}' is {path.Kind}: write a path relative to this file, with forward slashes.");
        }

        return path.Text;
    }

    private static List<Signal> Signals(MapReader map, bool hasTime)
    {
        var signals = new List<Signal>();
        if (map.Required("signals") is { } node && MapReader.Of(node, map.Problems, "'signals'") is { } named)
        {
            if (named.Map.Entries.Count == 0)
            {
                map.Problems.Add(DiagnosticCodes.MissingKey, node, "'signals' is empty; name at least one, such as thumbs_down: { kind: binary, better: lower }.");
            }

            signals.AddRange(named.Map.Entries.Select(e => Signal(named, e.Key, hasTime)).OfType<Signal>());
        }

        return signals;
    }

    private static Signal? Signal(MapReader signals, Scalar name, bool hasTime)
    {
        if (MapReader.Of(signals.Required(name.Text)!, signals.Problems, $"signal '{ShownText.Of(name.Text)}'") is not { } map)
        {
            return null;
        }

        map.Required("better");
        var kind = map.Word("kind", MetricKind.Binary, Kinds);
        var metric = new Metric
        {
            Name = name.Text,
            Scorer = new("signal", false, new Dictionary<string, string>()),
            Kind = kind,
            Better = map.Word("better", Direction.Higher, Words.Better),
            Range = kind == MetricKind.Binary ? ValueRange.Unit : null,
            Scale = kind == MetricKind.Binary ? 1 : Scale,
            Place = map.Problems.At(name),
        };
        var signal = new Signal(metric, map.OptionalScalar("column")?.Text ?? name.Text, Delay(map, hasTime));
        map.Finish();
        return signal;
    }

    private static TimeSpan Delay(MapReader map, bool hasTime)
    {
        if (map.OptionalScalar("delay") is not { } scalar)
        {
            return TimeSpan.Zero;
        }

        if (Quantity.Milliseconds(scalar.Text) is not (>= 0 and <= 366m * 86_400_000m and var milliseconds))
        {
            map.Problems.Add(DiagnosticCodes.WrongValue, scalar, $"'delay' is {scalar.Kind}; write a time with its unit up to a year, such as 36h or 7d.");
            return TimeSpan.Zero;
        }

        if (!hasTime)
        {
            map.Problems.Add(DiagnosticCodes.MissingKey, scalar, "a delay needs 'time:', the column that says when a request was.");
        }

        return TimeSpan.FromMilliseconds((double)milliseconds);
    }
}
