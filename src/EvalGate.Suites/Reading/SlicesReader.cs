using System.Text.RegularExpressions;
using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Suites.Yaml;

namespace EvalGate.Suites.Reading;

/// <summary>Reads <c>slices:</c>.</summary>
internal static partial class SlicesReader
{
    private const int MostSlices = 200;

    /// <summary>Stands for a path that could not be read; the suite is refused anyway.</summary>
    private static readonly JsonPath Anywhere = new(PathRoot.Input, []);

    internal static readonly string[] Kinds = ["words", "chars", "hours", "weekday", "bins", "matches"];

    public static DeclaredSlices Read(MapReader suite)
    {
        switch (suite.Optional("slices"))
        {
            case Sequence list when !suite.Problems.RefuseMany(list, list.Items.Count, MostSlices, "slices"):
                var attributes = list.Items.Where(i => i is not Sequence).Select(i => Attribute(i, suite.Problems)).OfType<SliceAttribute>().ToArray();
                RefuseDuplicates(list, suite.Problems);
                string[] names = [.. list.Items.Where(i => i is not Sequence).Select(NameOf).OfType<string>()];
                return new(attributes, names, Crosses(list, names, suite.Problems));
            case null or Sequence:
                return new([], [], []);
            case var other:
                suite.Problems.Add(DiagnosticCodes.WrongValue, other, $"'slices' must be a list such as [category, language], found {other.Kind}.");
                return new([], [], []);
        }
    }

    private static SliceAttribute? Attribute(Node item, Problems problems)
    {
        if (item is Scalar { IsNull: false } plain)
        {
            return IsName(plain, problems) ? new DeclaredAttribute(plain.Text, problems.At(plain)) : null;
        }

        if (MapReader.Of(item, problems, "a slice") is not { } map)
        {
            return null;
        }

        var name = map.RequiredScalar("name");
        var isSound = name is not null && IsName(name, problems);
        var of = Of(map);
        var kind = Kinds.Where(k => map.Optional(k) is not null).ToArray();
        if (kind.Length != 1)
        {
            problems.Add(DiagnosticCodes.MissingKey, item, $"a derived slice needs exactly one of {string.Join(", ", Kinds)}; found {(kind.Length == 0 ? "none" : string.Join(" and ", kind))}.");
        }

        var attribute = kind.Length == 1 ? Derived(map, kind[0], name?.Text ?? "", problems.At(name ?? item), of ?? Anywhere) : null;
        map.Optional("zone");
        map.Finish();
        return isSound ? attribute : null;
    }

    private static SliceAttribute? Derived(MapReader map, string kind, string name, SourcePlace place, JsonPath of)
    {
        var bins = new BinsReader(map, kind);
        var zone = Zone(map, kind);
        return kind switch
        {
            "words" => new LengthAttribute(name, place, of, LengthUnit.Words, bins.Lengths()),
            "chars" => new LengthAttribute(name, place, of, LengthUnit.Chars, bins.Lengths()),
            "hours" => new HoursAttribute(name, place, of, zone, bins.Hours()),
            "weekday" => new WeekdayAttribute(name, place, of, zone, bins.Weekdays()),
            "bins" => new NumberAttribute(name, place, of, bins.Numbers()),
            _ => new MatchesAttribute(name, place, of, bins.Patterns()),
        };
    }

    private static JsonPath? Of(MapReader map)
    {
        if (map.RequiredScalar("of") is not { } scalar)
        {
            return null;
        }

        if (JsonPath.TryParse(scalar.Text, out var path) && path.Root != PathRoot.Output)
        {
            return path;
        }

        map.Problems.Add(DiagnosticCodes.WrongValue, scalar, $"'of' is {scalar.Kind}; slices are made from the case: write a path such as input.question or expected.intent.");
        return null;
    }

    private static string? Zone(MapReader map, string kind)
    {
        if (map.OptionalScalar("zone") is not { } zone)
        {
            return null;
        }

        if (kind is not ("hours" or "weekday"))
        {
            map.Problems.Add(DiagnosticCodes.WrongValue, zone, $"'zone' has no meaning for '{kind}': remove it. It belongs to hours and weekday.");
            return null;
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone.Text, out _))
        {
            map.Problems.Add(DiagnosticCodes.UnknownName, zone, $"there is no time zone {zone.Kind}; write an IANA name such as Europe/Berlin.");
            return null;
        }

        return zone.Text;
    }

    private static SliceCross[] Crosses(Sequence list, string[] known, Problems problems)
    {
        var crosses = new List<SliceCross>();
        foreach (var item in list.Items.OfType<Sequence>())
        {
            var names = item.Items.OfType<Scalar>().ToArray();
            if (names.Length != item.Items.Count || names.Length is < 2 or > 4 || names.Select(n => n.Text).Distinct(StringComparer.Ordinal).Count() != names.Length)
            {
                problems.Add(DiagnosticCodes.WrongValue, item, "a cross is a list of two to four different attributes, such as [language, category].");
                continue;
            }

            foreach (var name in names.Where(n => !known.Contains(n.Text, StringComparer.Ordinal)))
            {
                problems.Add(DiagnosticCodes.UnknownName, name, $"there is no slice attribute {name.Kind}; there are {Listing.Of(known)}.{Nearest.Hint(name.Text, known)}");
            }

            crosses.Add(new([.. names.Select(n => n.Text).Order(StringComparer.Ordinal)], problems.At(item)));
        }

        return [.. crosses];
    }

    private static void RefuseDuplicates(Sequence list, Problems problems)
    {
        var seen = new Dictionary<string, Node>(StringComparer.Ordinal);
        foreach (var item in list.Items)
        {
            if (NameOf(item) is { } key && !seen.TryAdd(key, item))
            {
                problems.Add(DiagnosticCodes.Duplicate, item, $"slice '{ShownText.Of(key)}' is there twice: the first is on line {seen[key].Line}. Remove one.");
            }
        }
    }

    private static string? NameOf(Node item) => item switch
    {
        Scalar scalar => scalar.Text,
        Map map => (map.Entries.FirstOrDefault(e => e.Key.Text == "name").Value as Scalar)?.Text,
        Sequence { Items.Count: > 1 } cross when cross.Items.All(i => i is Scalar) => string.Join(" × ", cross.Items.OfType<Scalar>().Select(s => s.Text).Order(StringComparer.Ordinal)),
        _ => null,
    };

    private static bool IsName(Scalar name, Problems problems)
    {
        if (AttributeName().IsMatch(name.Text) && name.Text != "overall")
        {
            return true;
        }

        problems.Add(DiagnosticCodes.WrongValue, name, $"{name.Kind} is no name for a slice attribute; letters, digits, '_' and '-' are allowed, and 'overall' is taken.");
        return false;
    }

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{N}_-]{0,59}\z", RegexOptions.CultureInvariant)]
    internal static partial Regex AttributeName();
}
