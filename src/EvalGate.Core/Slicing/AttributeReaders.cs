using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using EvalGate.Model;

namespace EvalGate.Slicing;

/// <summary>The reader of each kind of attribute.</summary>
internal static partial class AttributeReaders
{
    public static IAttributeReader Of(SliceAttribute attribute) => attribute switch
    {
        DeclaredAttribute declared => new DeclaredReader(declared),
        LengthAttribute length => new LengthReader(length),
        NumberAttribute number => new NumberReader(number),
        HoursAttribute hours => new HoursReader(hours),
        WeekdayAttribute weekday => new WeekdayReader(weekday),
        MatchesAttribute matches => new MatchesReader(matches),
        _ => throw new ArgumentOutOfRangeException(nameof(attribute), attribute, "Unknown attribute."),
    };

    /// <summary>The value a path leads to in the case; null when it leads nowhere or to JSON null.</summary>
    private static JsonElement? Find(Case @case, JsonPath path)
    {
        var found = path.Find(path.Root == PathRoot.Expected ? @case.Expected : @case.Input);
        return found is { ValueKind: JsonValueKind.Null } ? null : found;
    }

    private static Diagnostic Problem(Case @case, SliceAttribute attribute, string found, string wanted) => new(
        DiagnosticCodes.NoSliceValue,
        Severity.Error,
        $"case '{ShownText.Of(@case.Id)}': slice '{attribute.Name}' cannot be computed: {found}; {wanted}.",
        @case.Place);

    private static string Shown(JsonElement value) => ShownText.Of(CanonicalJson.Text(value));

    /// <summary>A text as it is, anything else as its JSON, however it was written.</summary>
    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : CanonicalJson.Text(value);

    private sealed class DeclaredReader(DeclaredAttribute attribute) : IAttributeReader
    {
        public IReadOnlyList<string> Read(Case @case, Action<Diagnostic> report) => @case.Slices.GetValueOrDefault(attribute.Name) ?? [];
    }

    private sealed class LengthReader(LengthAttribute attribute) : IAttributeReader
    {
        public IReadOnlyList<string> Read(Case @case, Action<Diagnostic> report)
        {
            if (Find(@case, attribute.Of) is not { } value)
            {
                return [];
            }

            var text = Text(value);
            long length = attribute.Unit == LengthUnit.Words ? WordSplitter.Count(text) : text.EnumerateRunes().Count();
            return [.. attribute.Bins.Where(b => (b.From ?? 0) <= length && length <= (b.To ?? long.MaxValue)).Take(1).Select(b => b.Value)];
        }
    }

    private sealed class NumberReader(NumberAttribute attribute) : IAttributeReader
    {
        public IReadOnlyList<string> Read(Case @case, Action<Diagnostic> report)
        {
            if (Find(@case, attribute.Of) is not { } value)
            {
                return [];
            }

            if (value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out var number))
            {
                report(Problem(@case, attribute, $"{attribute.Of} is {Shown(value)}", "a number of at most 28 digits is needed"));
                return [];
            }

            return [.. attribute.Bins.Where(b => (b.From is null || b.From <= number) && (b.To is null || number < b.To)).Take(1).Select(b => b.Value)];
        }
    }

    private sealed class HoursReader(HoursAttribute attribute) : IAttributeReader
    {
        private readonly TimeReader _time = new(attribute, attribute.Of, attribute.Zone);

        public IReadOnlyList<string> Read(Case @case, Action<Diagnostic> report) => _time.Read(@case, report) is { } time
            ? [.. attribute.Bins.Where(b => Holds(b, time.Hour)).Take(1).Select(b => b.Value)]
            : [];

        private static bool Holds(HourBin bin, int hour) =>
            bin.From < bin.To ? bin.From <= hour && hour < bin.To : hour >= bin.From || hour < bin.To;
    }

    private sealed class WeekdayReader(WeekdayAttribute attribute) : IAttributeReader
    {
        private readonly TimeReader _time = new(attribute, attribute.Of, attribute.Zone);

        public IReadOnlyList<string> Read(Case @case, Action<Diagnostic> report) => _time.Read(@case, report) is { } time
            ? [.. attribute.Bins.Where(b => b.Days.Contains(time.DayOfWeek)).Take(1).Select(b => b.Value)]
            : [];
    }

    private sealed class MatchesReader(MatchesAttribute attribute) : IAttributeReader
    {
        private readonly IReadOnlyList<(string Value, Regex Pattern)> _patterns = [.. attribute.Bins.Select(b => (b.Value, BoundedRegex.Of(b.Pattern)))];

        public IReadOnlyList<string> Read(Case @case, Action<Diagnostic> report)
        {
            if (Find(@case, attribute.Of) is not { } value)
            {
                return [];
            }

            var text = Text(value);
            try
            {
                return [.. _patterns.Where(p => p.Pattern.IsMatch(text)).Take(1).Select(p => p.Value)];
            }
            catch (RegexMatchTimeoutException)
            {
                report(Problem(@case, attribute, "a pattern took too long", "write it without nested repetition"));
                return [];
            }
        }
    }

    /// <summary>A time stamp in its own offset, or in a named zone.</summary>
    private sealed class TimeReader(SliceAttribute attribute, JsonPath of, string? zone)
    {
        private readonly TimeZoneInfo? _zone = zone is null ? null : TimeZoneInfo.FindSystemTimeZoneById(zone);

        /// <summary>What the clock on the wall showed.</summary>
        public DateTime? Read(Case @case, Action<Diagnostic> report)
        {
            if (Find(@case, of) is not { } value)
            {
                return null;
            }

            var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
            if (!IsoDate().IsMatch(text)
                || !DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var local)
                || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
            {
                report(Problem(@case, attribute, $"{of} is {Shown(value)}", "an ISO 8601 time stamp such as 2026-05-03T23:14:00+02:00 is needed"));
                return null;
            }

            if (local.Kind != DateTimeKind.Unspecified)
            {
                return (_zone is null ? instant : TimeZoneInfo.ConvertTime(instant, _zone)).DateTime;
            }

            if (_zone is null)
            {
                report(Problem(@case, attribute, $"{of} is {Shown(value)}, without an offset", "add one (…+02:00, …Z), or set 'zone:' on the slice"));
            }

            return _zone is null ? null : local;
        }
    }

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}")]
    private static partial Regex IsoDate();
}
