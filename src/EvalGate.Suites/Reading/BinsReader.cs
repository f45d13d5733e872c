using System.Globalization;
using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Suites.Yaml;

namespace EvalGate.Suites.Reading;

/// <summary>Reads the bins of a derived slice: value → range.</summary>
internal sealed class BinsReader(MapReader slice, string kind)
{
    private static readonly string[] Days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    private readonly Problems _problems = slice.Problems;

    public IReadOnlyList<LengthBin> Lengths()
    {
        var bins = Read("16..40, ..15 or 41.. (whole numbers, both ends belong)", (value, text) =>
            Range(text) is var (from, to) && Whole(from) && Whole(to) && (from ?? 0) >= 0 && (from ?? 0) <= (to ?? decimal.MaxValue)
                ? new LengthBin(value, (long?)from, (long?)to) : null);
        Overlaps(bins, b => (b.Bin.From ?? 0, (b.Bin.To ?? long.MaxValue - 1) + 1));
        return [.. bins.Select(b => b.Bin)];
    }

    public IReadOnlyList<NumberBin> Numbers()
    {
        var bins = Read("0..10, ..0 or 10.. (from is included, to is not)", (value, text) =>
            Range(text) is var (from, to) && (from ?? decimal.MinValue) < (to ?? decimal.MaxValue) ? new NumberBin(value, from, to) : null);
        Overlaps(bins, b => (b.Bin.From ?? decimal.MinValue, b.Bin.To ?? decimal.MaxValue));
        return [.. bins.Select(b => b.Bin)];
    }

    public IReadOnlyList<HourBin> Hours()
    {
        var bins = Read("6..22 or 22..6 (hours from 0 to 24; from is included, to is not)", (value, text) =>
            Range(text) is ({ } from, { } to) && Whole(from) && Whole(to) && from is >= 0 and <= 23 && to is >= 0 and <= 24 && from != to
                ? new HourBin(value, (int)from, (int)to) : null);
        RefuseShared(bins, b => Enumerable.Range(0, 24).Where(h => b.From < b.To ? b.From <= h && h < b.To : h >= b.From || h < b.To), h => $"hour {h}");
        return [.. bins.Select(b => b.Bin)];
    }

    public IReadOnlyList<WeekdayBin> Weekdays()
    {
        var bins = new List<(WeekdayBin Bin, Scalar Key)>();
        if (Entries() is { } entries)
        {
            foreach (var (key, _) in entries.Map.Entries)
            {
                bins.Add((new(key.Text, [.. entries.Texts(key.Text).SelectMany(DaysOf).Distinct()]), key));
            }
        }

        RefuseShared(bins, b => b.Days, d => Days[(int)d]);
        return [.. bins.Select(b => b.Bin)];
    }

    public IReadOnlyList<MatchBin> Patterns() => [.. Read("a .NET regular expression", Pattern).Select(b => b.Bin)];

    private static MatchBin? Pattern(string value, string text)
    {
        try
        {
            BoundedRegex.Of(text);
            return new(value, text);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private MapReader? Entries()
    {
        var entries = MapReader.Of(slice.Optional(kind)!, _problems, $"'{kind}'");
        if (entries is { Map.Entries.Count: 0 })
        {
            _problems.Add(DiagnosticCodes.BadBins, entries.Map, $"'{kind}' is empty; name at least one value.");
        }

        return entries;
    }

    private List<(T Bin, Scalar Key)> Read<T>(string form, Func<string, string, T?> parse)
        where T : class
    {
        var bins = new List<(T, Scalar)>();
        if (Entries() is not { } entries)
        {
            return bins;
        }

        foreach (var (key, node) in entries.Map.Entries)
        {
            if (node is Scalar scalar && parse(key.Text, scalar.Text) is { } bin)
            {
                bins.Add((bin, key));
            }
            else
            {
                _problems.Add(DiagnosticCodes.BadBins, node, $"'{Scalar.Shown(key.Text)}' is {node.Kind}; write {form}.");
            }
        }

        return bins;
    }

    private void Overlaps<T>(IReadOnlyList<(T Bin, Scalar Key)> bins, Func<(T Bin, Scalar Key), (decimal From, decimal To)> range)
    {
        var sorted = bins.OrderBy(b => range(b).From).ToArray();
        foreach (var (first, second) in sorted.Zip(sorted.Skip(1)).Where(p => range(p.First).To > range(p.Second).From))
        {
            _problems.Add(DiagnosticCodes.BadBins, second.Key, $"'{Scalar.Shown(second.Key.Text)}' overlaps '{Scalar.Shown(first.Key.Text)}' (line {first.Key.Line}). A value belongs to one bin.");
        }
    }

    private void RefuseShared<TBin, TItem>(IReadOnlyList<(TBin Bin, Scalar Key)> bins, Func<TBin, IEnumerable<TItem>> items, Func<TItem, string> name)
        where TItem : notnull
    {
        var owner = new Dictionary<TItem, Scalar>();
        foreach (var (bin, key) in bins)
        {
            foreach (var item in items(bin).Where(i => !owner.TryAdd(i, key)).Take(1))
            {
                _problems.Add(DiagnosticCodes.BadBins, key, $"'{Scalar.Shown(key.Text)}' overlaps '{Scalar.Shown(owner[item].Text)}' (line {owner[item].Line}) at {name(item)}. A value belongs to one bin.");
            }
        }
    }

    private IEnumerable<DayOfWeek> DaysOf(Scalar text)
    {
        var ends = text.Text.ToLowerInvariant().Split("..");
        var days = ends.Select(e => Array.FindIndex(Days, d => d == e || d[..3] == e)).ToArray();
        if (days.Length > 2 || days.Contains(-1))
        {
            _problems.Add(DiagnosticCodes.BadBins, text, $"{text.Kind} is no weekday; write monday, mon, or a range such as mon..fri.");
            return [];
        }

        return Enumerable.Range(0, ((days[^1] - days[0] + 7) % 7) + 1).Select(i => (DayOfWeek)((days[0] + i) % 7));
    }

    private static bool Whole(decimal? value) => value is null || (decimal.Truncate(value.Value) == value && Math.Abs(value.Value) < 1_000_000_000);

    /// <summary><c>1..5</c>, <c>..5</c>, <c>1..</c>; null for anything else.</summary>
    internal static (decimal? From, decimal? To)? Range(string text)
    {
        var ends = text.Split("..");
        if (ends.Length != 2 || (ends[0].Length == 0 && ends[1].Length == 0))
        {
            return null;
        }

        var (from, to) = (Number(ends[0]), Number(ends[1]));
        return (from is null && ends[0].Length > 0) || (to is null && ends[1].Length > 0) ? null : (from, to);
    }

    private static decimal? Number(string text) =>
        decimal.TryParse(text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
}
