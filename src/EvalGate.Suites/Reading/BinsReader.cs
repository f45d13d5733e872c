using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Suites.Yaml;

namespace EvalGate.Suites.Reading;

/// <summary>Reads the bins of a derived slice: value → range.</summary>
internal sealed class BinsReader(MapReader slice, string kind)
{
    private const int MostBins = 200;
    private const int LongestName = 60;

    private static readonly string[] Days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    private readonly Problems _problems = slice.Problems;

    public IReadOnlyList<LengthBin> Lengths()
    {
        var bins = Read("16..40, ..15 or 41.. (whole numbers, both ends belong)", (value, text) =>
            Quantity.Range(text) is var (from, to) && Whole(from) && Whole(to) && (from ?? 0) >= 0 && (from ?? 0) <= (to ?? decimal.MaxValue)
                ? new LengthBin(value, (long?)from, (long?)to) : null);
        Overlaps(bins, b => (b.Bin.From ?? 0, (b.Bin.To ?? long.MaxValue - 1) + 1));
        return [.. bins.Select(b => b.Bin)];
    }

    public IReadOnlyList<NumberBin> Numbers()
    {
        var bins = Read("0..10, ..0 or 10.. (from is included, to is not)", (value, text) =>
            Quantity.Range(text) is var (from, to) && (from ?? decimal.MinValue) < (to ?? decimal.MaxValue) ? new NumberBin(value, from, to) : null);
        Overlaps(bins, b => (b.Bin.From ?? decimal.MinValue, b.Bin.To ?? decimal.MaxValue));
        return [.. bins.Select(b => b.Bin)];
    }

    public IReadOnlyList<HourBin> Hours()
    {
        var bins = Read("6..22 or 22..6 (hours from 0 to 24; from is included, to is not)", (value, text) =>
            Quantity.Range(text) is ({ } from, { } to) && Whole(from) && Whole(to) && from is >= 0 and <= 23 && to is >= 0 and <= 24 && from != to
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

    public IReadOnlyList<MatchBin> Patterns() =>
        [.. Read("a .NET regular expression", (value, text) => Pattern.Fault(text) is null ? new MatchBin(value, text) : null).Select(b => b.Bin)];

    private MapReader? Entries()
    {
        if (MapReader.Of(slice.Optional(kind)!, _problems, $"'{kind}'") is not { } entries || _problems.RefuseMany(entries.Map, entries.Map.Entries.Count, MostBins, "values"))
        {
            return null;
        }

        if (entries.Map.Entries.Count == 0)
        {
            _problems.Add(DiagnosticCodes.BadBins, entries.Map, $"'{kind}' is empty; name at least one value.");
        }

        foreach (var (key, _) in entries.Map.Entries.Where(e => !IsName(e.Key.Text)))
        {
            _problems.Add(DiagnosticCodes.BadBins, key, $"{key.Kind} is no name for a slice value; write a text of 1 to {LongestName} characters, and leave '{Slice.None}' to cases that have none.");
        }

        return entries;
    }

    private static bool IsName(string text) => text.Trim() is { Length: > 0 and <= LongestName } and not Slice.None && !text.Any(char.IsControl);

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
                _problems.Add(DiagnosticCodes.BadBins, node, $"'{ShownText.Of(key.Text)}' is {node.Kind}; write {form}.");
            }
        }

        return bins;
    }

    private void Overlaps<T>(IReadOnlyList<(T Bin, Scalar Key)> bins, Func<(T Bin, Scalar Key), (decimal From, decimal To)> range)
    {
        var sorted = bins.OrderBy(b => range(b).From).ToArray();
        var farthest = sorted.FirstOrDefault();
        foreach (var bin in sorted.Skip(1))
        {
            if (range(farthest).To > range(bin).From)
            {
                _problems.Add(DiagnosticCodes.BadBins, bin.Key, $"{bin.Key.Kind} overlaps {farthest.Key.Kind} (line {farthest.Key.Line}). A value belongs to one bin.");
            }

            farthest = range(bin).To > range(farthest).To ? bin : farthest;
        }
    }

    private void RefuseShared<TBin, TItem>(IReadOnlyList<(TBin Bin, Scalar Key)> bins, Func<TBin, IEnumerable<TItem>> items, Func<TItem, string> name)
        where TItem : notnull
    {
        var owner = new Dictionary<TItem, Scalar>();
        foreach (var (bin, key) in bins)
        {
            TItem[] shared = [.. items(bin).Where(i => !owner.TryAdd(i, key))];
            foreach (var item in shared.Take(1))
            {
                _problems.Add(DiagnosticCodes.BadBins, key, $"{key.Kind} overlaps {owner[item].Kind} (line {owner[item].Line}) at {name(item)}. A value belongs to one bin.");
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
}
