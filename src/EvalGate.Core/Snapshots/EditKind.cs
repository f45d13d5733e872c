using EvalGate.Model;
using EvalGate.Scoring;

namespace EvalGate.Snapshots;

/// <summary>What kind of change an output shows, worst first.</summary>
public enum EditKind
{
    /// <summary>It declines and did not, or the other way round.</summary>
    Refusal,

    /// <summary>Words that negate came or went.</summary>
    Negation,

    /// <summary>A number or a date is another one.</summary>
    Number,

    /// <summary>A link or a citation is another one.</summary>
    Link,

    /// <summary>It came in another language.</summary>
    Language,

    /// <summary>Keys or items came or went.</summary>
    Structure,

    /// <summary>A value that is no prose is another one.</summary>
    Value,

    /// <summary>It is more than half as long again, or less than two thirds as long.</summary>
    Length,

    /// <summary>Other words for the same facts.</summary>
    Wording,

    /// <summary>Only white space, case or markup.</summary>
    Format,

    /// <summary>Nothing changed but the input that it was approved for.</summary>
    Input,

    /// <summary>There was nothing before.</summary>
    New,
}

/// <summary>Tells kinds of edits apart, the same way for everybody.</summary>
public static class EditKinds
{
    /// <summary>The worst kind among differences.</summary>
    /// <param name="differences">At least one.</param>
    public static EditKind Of(IReadOnlyList<SnapshotDifference> differences) => differences.Min(Of);

    private static EditKind Of(SnapshotDifference difference) => difference switch
    {
        { Before: null } or { After: null } => EditKind.Structure,
        { IsText: true } => OfTexts(difference.Before, difference.After),
        _ => Quantity.Number(difference.Before) is not null && Quantity.Number(difference.After) is not null ? EditKind.Number : EditKind.Value,
    };

    private static EditKind OfTexts(string before, string after)
    {
        var (old, now) = (TextFacts.Of(before), TextFacts.Of(after));
        var isProse = Prose.Is(before) || Prose.Is(after);
        return (old, now) switch
        {
            _ when old.IsRefusal != now.IsRefusal => EditKind.Refusal,
            _ when Prose.Loose(before) == Prose.Loose(after) => EditKind.Format,
            _ when !isProse => EditKind.Value,
            _ when IsOther(old.Language, now.Language) => EditKind.Language,
            _ when old.Negations != now.Negations => EditKind.Negation,
            _ when !Same(old.Numbers, now.Numbers) || !Same(old.Dates, now.Dates) => EditKind.Number,
            _ when !Same(old.Links, now.Links) || !Same(old.Citations, now.Citations) => EditKind.Link,
            _ when after.Length > before.Length * 1.5 || after.Length < before.Length / 1.5 => EditKind.Length,
            _ => EditKind.Wording,
        };
    }

    /// <summary>A language that nobody could tell is no other one.</summary>
    private static bool IsOther(string before, string after) => before != after && before != "?" && after != "?";

    private static bool Same(IEnumerable<string> before, IEnumerable<string> after) => before.SequenceEqual(after, StringComparer.Ordinal);
}
