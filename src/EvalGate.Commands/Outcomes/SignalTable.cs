using System.Globalization;
using EvalGate.Files;
using EvalGate.Model;
using EvalGate.Outcomes;
using EvalGate.Slicing;

namespace EvalGate.Commands;

/// <summary>Production's signals, summed by release and slice.</summary>
internal sealed class SignalTable
{
    private const double Largest = 1e12;

    private readonly Dictionary<string, Dictionary<(string Signal, Slice Slice), SignalSums>> _sums = new(StringComparer.Ordinal);

    private SignalTable(long requests, IReadOnlyList<Diagnostic> problems) => (Requests, Problems) = (requests, problems);

    /// <summary>Requests that were read.</summary>
    public long Requests { get; }

    /// <summary>What is wrong with the files.</summary>
    public IReadOnlyList<Diagnostic> Problems { get; }

    /// <summary>The releases that production saw.</summary>
    public IReadOnlyCollection<string> Names => [.. _sums.Keys.Order(StringComparer.Ordinal)];

    /// <exception cref="FilesException">A file is missing or cannot be read.</exception>
    public static SignalTable Read(OutcomeSources sources)
    {
        var map = sources.Map;
        string[] slices = [.. ComparedSlices.Columns(sources.Slices)];
        var reading = ResultReader.Read(sources.From, [.. map.Files.SelectMany(sources.Find)], new()
        {
            Id = map.Id,
            Scores = [.. map.Signals.Select(s => new ScoreColumnName(s.Column, s.Metric.Range))],
            Slices = [.. slices, map.Release],

            // A column of any number of different texts.
            Group = map.Time,
        });
        var problems = new List<Diagnostic>(reading.Diagnostics);
        if (problems.Count > 0)
        {
            return new(0, problems);
        }

        var read = reading.Table;
        problems.AddRange(map.Signals.Zip(read.Scores).Where(s => s.First.Metric.Kind == MetricKind.Binary && !s.Second.IsPassFail)
            .Select(s => sources.Problem(DiagnosticCodes.WrongValue, $"signal '{s.First.Metric.Name}' is binary, and column '{s.First.Column}' holds more than 0 and 1.")));
        var times = read.Groups is { } moments ? Times(moments, sources, problems) : null;
        var table = new SignalTable(read.Ids.Count, problems);
        if (problems.Count == 0)
        {
            table.Add(read, sources, times);
        }

        return table;
    }

    /// <summary>A release by the name that the eval has for it; a commit may be shortened.</summary>
    public (string Name, IReadOnlyDictionary<(string Signal, Slice Slice), SignalSums> Sums)? Of(string release)
    {
        const int ShortestCommit = 7;
        foreach (var (name, sums) in _sums)
        {
            if (name == release || (name.Length >= ShortestCommit && release.StartsWith(name, StringComparison.Ordinal)))
            {
                return (name, sums);
            }
        }

        return null;
    }

    private void Add(ResultTable read, OutcomeSources sources, DateTimeOffset[]? times)
    {
        var map = sources.Map;
        var cells = new List<IReadOnlyList<Slice>>();
        var releases = read.Slices[^1];
        var cellOf = new SliceCells([.. read.Slices.SkipLast(1)], new(sources.Slices), cells);
        var latest = times is { Length: > 0 } ? times.Max() : default;
        for (var row = 0; row < read.Cases.Count; row++)
        {
            var request = read.Cases[row];
            if (releases.Sets[releases.Numbers[request]] is not [var release])
            {
                continue;
            }

            var sums = _sums.TryGetValue(release, out var known) ? known : _sums[release] = [];
            var slices = cells[cellOf.Of(request)];
            foreach (var (signal, scores) in map.Signals.Zip(read.Scores))
            {
                // A missing signal is no "no"; one that may still come is not there yet.
                if (!double.IsNaN(scores.Values[row]) && Math.Abs(scores.Values[row]) < Largest && (times is null || latest - times[request] >= signal.Delay))
                {
                    Add(sums, signal.Metric.Name, slices, scores.Values[row]);
                }
            }
        }
    }

    private static void Add(Dictionary<(string Signal, Slice Slice), SignalSums> sums, string signal, IReadOnlyList<Slice> slices, double value)
    {
        foreach (var slice in slices)
        {
            sums[(signal, slice)] = sums.GetValueOrDefault((signal, slice)).With(value);
        }
    }

    /// <summary>The moment of each request.</summary>
    private static DateTimeOffset[] Times(NameValues column, OutcomeSources sources, List<Diagnostic> problems)
    {
        var times = new DateTimeOffset[column.Numbers.Count];
        for (var i = 0; i < times.Length; i++)
        {
            var text = column.Numbers[i] < 0 ? "" : column.Names.Text(column.Numbers[i]);
            if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out times[i]))
            {
                problems.Add(sources.Problem(DiagnosticCodes.WrongValue, $"column '{sources.Map.Time}' holds {(text.Length == 0 ? "nothing" : $"'{ShownText.Of(text)}'")}, which is no time; write times as 2026-11-26T14:05:00Z."));
                break;
            }
        }

        return times;
    }
}
