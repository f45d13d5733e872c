using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Scoring;
using EvalGate.Slicing;
using EvalGate.Statistics;

namespace EvalGate.Warehouse.Tests;

/// <summary>One request that both arms answered.</summary>
/// <param name="Values">Text columns; null for none.</param>
/// <param name="Scores">Baseline and candidate of each metric; null for none.</param>
internal sealed record APair(string?[] Values, (double? Baseline, double? Candidate)[] Scores);

/// <summary>A log of pairs that can be written in every format, and added up in this process.</summary>
internal sealed record APairLog(PairMap Map, IReadOnlyList<APair> Rows)
{
    /// <summary>The columns of <see cref="APair.Values"/>.</summary>
    public IReadOnlyList<string> TextColumns => [.. Map.Slices, .. Map.Unit is { } unit ? [unit] : Array.Empty<string>()];

    /// <summary>The columns of scores, baseline and candidate by turns.</summary>
    public IReadOnlyList<string> ScoreColumns => [.. Map.Metrics.SelectMany(m => new[] { m.Baseline, m.Candidate })];

    public string Jsonl() => string.Concat(Rows.Select(r => JsonSerializer.Serialize(Members(r)) + "\n"));

    public string Csv()
    {
        var lines = Rows.Select(r => string.Join(',', r.Values.Select(v => v is null ? "" : $"\"{v.Replace("\"", "\"\"", StringComparison.Ordinal)}\"").Concat(Scores(r).Select(Text))));
        return string.Join('\n', lines.Prepend(string.Join(',', [.. TextColumns, .. ScoreColumns]))) + "\n";
    }

    public IEnumerable<double?> Scores(APair row) => row.Scores.SelectMany(s => new[] { s.Baseline, s.Candidate });

    /// <summary>A part of the rows.</summary>
    public APairLog Shard(int number, int of) => this with { Rows = [.. Rows.Where((_, i) => i % of == number)] };

    /// <summary>The sums by the code that judges cases, which knows no SQL.</summary>
    public IReadOnlyDictionary<string, MetricSums> Reference()
    {
        var cells = new Dictionary<string, int>(StringComparer.Ordinal);
        var known = new Dictionary<string, Slice>(StringComparer.Ordinal);
        var sets = new List<IReadOnlyList<Slice>>();
        string[] groups = [.. Rows.Select(BucketOf).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        var table = new PairedTable
        {
            Ids = [.. Rows.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"r{i}"))],
            CellOfRow = [.. Rows.Select(CellOf)],
            Cells = sets,
            Groups = groups,
            GroupOfRow = groups.Length == 0 ? [] : [.. Rows.Select(r => Array.IndexOf(groups, BucketOf(r)))],
            Scores = Map.Metrics.Index().ToDictionary(m => m.Item.Metric.Name, m => ScoresOf(m.Index, m.Item.Metric), StringComparer.Ordinal),
            BaselineCases = Rows.Count,
            BaselineCasesBySlice = new Dictionary<Slice, int>(),
        };
        return Map.Metrics.ToDictionary(m => m.Metric.Name, m => MetricSums.Of(m.Metric, table), StringComparer.Ordinal);

        int CellOf(APair row)
        {
            var key = string.Join('\u001d', row.Values.Take(Map.Slices.Count));
            if (!cells.TryGetValue(key, out var cell))
            {
                cells[key] = cell = sets.Count;
                sets.Add([Slice.Overall, .. AttributesOfSlices.Select(attributes => SliceOf(row, attributes, known))]);
            }

            return cell;
        }
    }

    private IEnumerable<IReadOnlyList<string>> AttributesOfSlices => [.. Map.Slices.Select(s => new[] { s }), .. Map.Crosses.Select(c => c.Attributes)];

    private Slice SliceOf(APair row, IReadOnlyList<string> attributes, Dictionary<string, Slice> known)
    {
        SlicePair[] pairs = [.. attributes.Select(a => new SlicePair(a, row.Values[Map.Slices.Index().First(s => s.Item == a).Index] is { Length: > 0 } value ? value : Slice.None))];
        var key = string.Join('\u001d', pairs);
        return known.TryGetValue(key, out var slice) ? slice : known[key] = new(pairs);
    }

    private string? BucketOf(APair row) => Map.Unit is null ? null : Md5(row.Values[^1] ?? "")[..2];

#pragma warning disable CA5351 // A hash that every engine has, not a secret.
    private static string Md5(string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351

    private PairedScores ScoresOf(int metric, Metric of)
    {
        var sign = of.Better == Direction.Higher ? 1 : -1;
        IReadOnlyList<long> Steps(double? score) => score is { } s ? [sign * FixedPoint.Of(s, of.Scale)] : [];
        return new(ScoreColumn.Of([.. Rows.Select(r => Steps(r.Scores[metric].Baseline))]), ScoreColumn.Of([.. Rows.Select(r => Steps(r.Scores[metric].Candidate))]), ImmutableHashSet<int>.Empty);
    }

    private Dictionary<string, object?> Members(APair row)
    {
        var members = TextColumns.Zip(row.Values).ToDictionary(v => v.First, v => (object?)v.Second, StringComparer.Ordinal);
        foreach (var (column, score) in ScoreColumns.Zip(Scores(row)))
        {
            members[column] = score;
        }

        return members;
    }

    private static string Text(double? score) => score?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Rows whose values are hashed, with every oddity that the sums must survive: none of a value, of one score, of both; halves; quotes.</summary>
    public static APairLog Hashed(PairMap map, int rows, params int[] values)
    {
        return new(map, [.. Enumerable.Range(0, rows).Select(Row)]);

        APair Row(int row) => new([.. values.Select((count, column) => Value(row, column, count))], [.. map.Metrics.Select((m, i) => (Score(row, i, 0, m), Score(row, i, 1, m)))]);

        string? Value(int row, int column, int count)
        {
            var number = (int)(HashedReplicates.Uniform((ulong)row, 100 + column) * count);
            return number == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"v{number}{(number % 5 == 4 ? " \"é'" : "")}");
        }

        double? Score(int row, int metric, int arm, PairedMetric paired)
        {
            var nature = HashedReplicates.Uniform((ulong)row, 10 * metric);
            var noise = HashedReplicates.Uniform((ulong)row, (10 * metric) + 1 + arm);
            if (noise < 0.002 || nature < 0.001)
            {
                return null;
            }

            var share = (0.7 * nature) + (0.3 * noise);
            var (least, most) = ((double)paired.Sound.Minimum, (double)paired.Sound.Maximum);
            return paired.Metric.Kind == MetricKind.Binary ? share < 0.7 ? 1 : 0
                : row % 7 == 0 ? Math.Floor(least + (share * (most - least))) + (0.5 / paired.Metric.Scale)
                : least + (share * (most - least));
        }
    }
}
