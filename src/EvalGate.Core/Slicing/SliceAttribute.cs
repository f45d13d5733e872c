using System.Text.Json.Serialization;
using EvalGate.Model;

namespace EvalGate.Slicing;

/// <summary>An attribute that cases are sliced by: declared in the case, or derived from it.</summary>
/// <param name="Name">The attribute's name.</param>
/// <param name="Place">Where it is written.</param>
[JsonDerivedType(typeof(DeclaredAttribute), "declared")]
[JsonDerivedType(typeof(LengthAttribute), "length")]
[JsonDerivedType(typeof(NumberAttribute), "number")]
[JsonDerivedType(typeof(HoursAttribute), "hours")]
[JsonDerivedType(typeof(WeekdayAttribute), "weekday")]
[JsonDerivedType(typeof(MatchesAttribute), "matches")]
public abstract record SliceAttribute(string Name, SourcePlace Place);

/// <summary>Taken from the case's <c>slices</c>.</summary>
public sealed record DeclaredAttribute(string Name, SourcePlace Place) : SliceAttribute(Name, Place);

/// <summary>What <see cref="LengthAttribute"/> counts.</summary>
public enum LengthUnit
{
    /// <summary>Runs of letters or digits, as <c>words</c> counts them.</summary>
    Words,

    /// <summary>Unicode scalar values.</summary>
    Chars,
}

/// <summary>The length of a text, in bins of whole numbers whose ends both belong.</summary>
public sealed record LengthAttribute(string Name, SourcePlace Place, JsonPath Of, LengthUnit Unit, IReadOnlyList<LengthBin> Bins) : SliceAttribute(Name, Place);

/// <summary>A bin of whole numbers.</summary>
/// <param name="Value">The slice value.</param>
/// <param name="From">Least member; null for no lower end.</param>
/// <param name="To">Greatest member; null for no upper end.</param>
public sealed record LengthBin(string Value, long? From, long? To);

/// <summary>A number of the case, in bins from (included) to (excluded).</summary>
public sealed record NumberAttribute(string Name, SourcePlace Place, JsonPath Of, IReadOnlyList<NumberBin> Bins) : SliceAttribute(Name, Place);

/// <summary>A bin of numbers.</summary>
/// <param name="Value">The slice value.</param>
/// <param name="From">Included lower end; null for none.</param>
/// <param name="To">Excluded upper end; null for none.</param>
public sealed record NumberBin(string Value, decimal? From, decimal? To);

/// <summary>The hour of a time stamp, in its own offset, or in <paramref name="Zone"/> when that is given.</summary>
public sealed record HoursAttribute(string Name, SourcePlace Place, JsonPath Of, string? Zone, IReadOnlyList<HourBin> Bins) : SliceAttribute(Name, Place);

/// <summary>A bin of hours.</summary>
/// <param name="Value">The slice value.</param>
/// <param name="From">First hour, 0 to 23, included.</param>
/// <param name="To">End hour, 0 to 24, excluded; at or below <paramref name="From"/> the bin runs over midnight.</param>
public sealed record HourBin(string Value, int From, int To);

/// <summary>The weekday of a time stamp, in its own offset, or in <paramref name="Zone"/> when that is given.</summary>
public sealed record WeekdayAttribute(string Name, SourcePlace Place, JsonPath Of, string? Zone, IReadOnlyList<WeekdayBin> Bins) : SliceAttribute(Name, Place);

/// <summary>A bin of weekdays.</summary>
/// <param name="Value">The slice value.</param>
/// <param name="Days">The days that belong.</param>
public sealed record WeekdayBin(string Value, IReadOnlyList<DayOfWeek> Days);

/// <summary>Whether a text matches a pattern: the first pattern that matches gives the value.</summary>
public sealed record MatchesAttribute(string Name, SourcePlace Place, JsonPath Of, IReadOnlyList<MatchBin> Bins) : SliceAttribute(Name, Place);

/// <summary>A pattern.</summary>
/// <param name="Value">The slice value.</param>
/// <param name="Pattern">A .NET regular expression, matched without backtracking, or time-bounded where it needs backtracking.</param>
public sealed record MatchBin(string Value, string Pattern);
