using System.Globalization;
using System.Text;

namespace EvalGate.Tool.Tests;

/// <summary>Results before and after a change, built case by case.</summary>
internal sealed class TwoFiles
{
    private readonly List<(string Id, string Language, double Before, double After)> _cases = [];

    /// <summary>Pass/fail cases of one language: how many fail on both sides, were gained, were lost, pass on both sides.</summary>
    public TwoFiles With(string language, int bothFail, int gains, int losses, int bothPass)
    {
        var outcomes = Enumerable.Repeat((0, 0), bothFail).Concat(Enumerable.Repeat((0, 1), gains)).Concat(Enumerable.Repeat((1, 0), losses)).Concat(Enumerable.Repeat((1, 1), bothPass));
        foreach (var (before, after) in outcomes)
        {
            _cases.Add((string.Create(CultureInfo.InvariantCulture, $"{language}-{_cases.Count:0000}"), language, before, after));
        }

        return this;
    }

    public TwoFiles WithScores(string language, params (double Before, double After)[] scores)
    {
        foreach (var (before, after) in scores)
        {
            _cases.Add((string.Create(CultureInfo.InvariantCulture, $"{language}-{_cases.Count:0000}"), language, before, after));
        }

        return this;
    }

    /// <summary>Writes <c>base.jsonl</c> and <c>new.jsonl</c>.</summary>
    public void WriteJsonLines(Workplace place)
    {
        place.Write("base.jsonl", JsonLines(_cases.Select(c => (c.Id, c.Language, c.Before))));
        place.Write("new.jsonl", JsonLines(_cases.Select(c => (c.Id, c.Language, c.After))));
    }

    /// <summary>Writes <c>base.csv</c> and <c>new.csv</c> with the rows in another order.</summary>
    public void WriteCsv(Workplace place)
    {
        place.Write("base.csv", Csv(Shuffled().Select(c => (c.Id, c.Language, c.Before))));
        place.Write("new.csv", Csv(Shuffled().Reverse().Select(c => (c.Id, c.Language, c.After))));
    }

    /// <summary>Writes <c>base-1.jsonl</c>, <c>base-2.jsonl</c> and so on.</summary>
    public void WriteShards(Workplace place, int count)
    {
        for (var shard = 0; shard < count; shard++)
        {
            var own = _cases.Where((_, i) => i % count == shard).ToArray();
            var number = shard.ToString(CultureInfo.InvariantCulture);
            place.Write($"base-{number}.jsonl", JsonLines(own.Select(c => (c.Id, c.Language, c.Before))));
            place.Write($"new-{number}.jsonl", JsonLines(own.Select(c => (c.Id, c.Language, c.After))));
        }
    }

    private IEnumerable<(string Id, string Language, double Before, double After)> Shuffled() =>
        _cases.OrderBy(c => c.Id.Aggregate(17, (hash, x) => unchecked((hash * 31) + x) % 9973)).ThenBy(c => c.Id, StringComparer.Ordinal);

    private static string JsonLines(IEnumerable<(string Id, string Language, double Score)> rows) =>
        string.Concat(rows.Select(r => string.Create(CultureInfo.InvariantCulture, $"{{\"id\":\"{r.Id}\",\"language\":\"{r.Language}\",\"correct\":{r.Score:R}}}\n")));

    private static string Csv(IEnumerable<(string Id, string Language, double Score)> rows)
    {
        var text = new StringBuilder("language,correct,id\r\n");
        foreach (var (id, language, score) in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"{language},{score:R},\"{id}\"\r\n");
        }

        return text.ToString();
    }
}
