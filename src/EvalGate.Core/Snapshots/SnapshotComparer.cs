using System.Text.Json;
using EvalGate.Model;

namespace EvalGate.Snapshots;

/// <summary>Compares outputs with approved ones as a suite wants it. Asked only when the texts differ.</summary>
/// <param name="settings">What does not matter, and what a change does.</param>
public sealed class SnapshotComparer(SnapshotSettings settings)
{
    /// <summary>More differences of one output nobody reads.</summary>
    private const int Most = 200;

    /// <summary>Longer lists without an order are compared item by item in any order only up to here: the time grows with the square.</summary>
    private const int LongestBag = 500;

    private static readonly JsonDocumentOptions Depth = new() { MaxDepth = 1000 };

    /// <summary>Where an output is not what was approved.</summary>
    /// <param name="received">What came out, in normal form.</param>
    /// <param name="verified">What was approved, in normal form.</param>
    /// <returns>None when the suite calls them the same; at most two hundred.</returns>
    public IReadOnlyList<SnapshotDifference> Compare(string received, string verified)
    {
        var root = OutputPlace.Of(settings.Of);
        if (Parse(received) is not { } after || Parse(verified) is not { } before)
        {
            return SameText(received, verified) ? [] : [.. Counted([Text(root, verified, received)])];
        }

        using (after)
        using (before)
        {
            return [.. Counted(Values(root, before.RootElement, after.RootElement))];
        }
    }

    /// <summary>What approving a first output asks for: the strictest policy of anything in it.</summary>
    /// <param name="received">What came out, in normal form.</param>
    public SnapshotPolicy PolicyOfNew(string received)
    {
        var root = OutputPlace.Of(settings.Of);
        if (Parse(received) is not { } after)
        {
            return PolicyOf(root, received);
        }

        using (after)
        {
            return Leaves(root, after.RootElement).Select(l => PolicyOf(l.Place, l.Text)).DefaultIfEmpty(PolicyOf(root, null)).Max();
        }
    }

    private static IEnumerable<SnapshotDifference> Counted(IEnumerable<SnapshotDifference> all) => all.Where(d => d.Policy != SnapshotPolicy.Off).Take(Most);

    private static JsonDocument? Parse(string text)
    {
        if (text.Length == 0 || text[0] is not ('{' or '[' or '"' or '-' or 't' or 'f' or 'n' or (>= '0' and <= '9')))
        {
            return null;
        }

        try
        {
            return JsonDocument.Parse(text, Depth);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private IEnumerable<SnapshotDifference> Values(OutputPlace place, JsonElement before, JsonElement after)
    {
        if (settings.Ignore.Any(p => PathPattern.Covers(p, place)))
        {
            return [];
        }

        return (before.ValueKind, after.ValueKind) switch
        {
            (JsonValueKind.Object, JsonValueKind.Object) => Members(place, before, after),
            (JsonValueKind.Array, JsonValueKind.Array) => settings.Unordered.Any(p => PathPattern.Is(p, place)) ? Bag(place, before, after) : List(place, before, after),
            (JsonValueKind.String, JsonValueKind.String) => SameText(SoundJson.Text(after), SoundJson.Text(before)) ? [] : [Text(place, SoundJson.Text(before), SoundJson.Text(after))],
            (JsonValueKind.Number, JsonValueKind.Number) => SameNumber(before, after) ? [] : [Value(place, before, after)],
            var (b, a) when a == b => [],
            _ => [Value(place, before, after)],
        };
    }

    private IEnumerable<SnapshotDifference> Members(OutputPlace place, JsonElement before, JsonElement after)
    {
        var (old, now) = (Named(before), Named(after));
        foreach (var name in old.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var child = place.Key(name);
            var differences = old.TryGetValue(name, out var was) && now.TryGetValue(name, out var @is) ? Values(child, was, @is) : Lone(child, was, now.GetValueOrDefault(name));
            foreach (var difference in differences)
            {
                yield return difference;
            }
        }
    }

    private static Dictionary<string, JsonElement> Named(JsonElement value)
    {
        var named = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            named[SoundJson.Name(property)] = property.Value;
        }

        return named;
    }

    private IEnumerable<SnapshotDifference> List(OutputPlace place, JsonElement before, JsonElement after)
    {
        JsonElement[] old = [.. before.EnumerateArray()], now = [.. after.EnumerateArray()];
        return Enumerable.Range(0, Math.Max(old.Length, now.Length)).SelectMany(i => i < old.Length && i < now.Length
            ? Values(place.Item(i), old[i], now[i])
            : Lone(place.Item(i), old.ElementAtOrDefault(i), now.ElementAtOrDefault(i)));
    }

    /// <summary>Takes every item that has an equal one out of both sides; what is left differs.</summary>
    private IEnumerable<SnapshotDifference> Bag(OutputPlace place, JsonElement before, JsonElement after)
    {
        List<JsonElement> old = [.. before.EnumerateArray()], left = [];
        if (Math.Max(old.Count, after.GetArrayLength()) > LongestBag)
        {
            return List(place, before, after);
        }

        foreach (var item in after.EnumerateArray())
        {
            var same = old.FindIndex(o => !Values(place.Item(0), o, item).Any());
            if (same < 0)
            {
                left.Add(item);
            }
            else
            {
                old.RemoveAt(same);
            }
        }

        return old.Select((o, i) => Lone(place.Item(i), o, default)).Concat(left.Select((n, i) => Lone(place.Item(i), default, n))).SelectMany(d => d);
    }

    /// <summary>What is on one side only.</summary>
    private SnapshotDifference[] Lone(OutputPlace place, JsonElement before, JsonElement after) =>
        settings.Ignore.Any(p => PathPattern.Covers(p, place)) ? [] : [Value(place, before, after)];

    private SnapshotDifference Value(OutputPlace place, JsonElement before, JsonElement after)
    {
        var (old, now) = (Shown(before), Shown(after));
        return new(place.ToString(), old, now, PolicyOf(place, after.ValueKind == JsonValueKind.String ? now : before.ValueKind == JsonValueKind.String ? old : null));
    }

    private SnapshotDifference Text(OutputPlace place, string before, string after)
    {
        var (old, now) = (PolicyOf(place, before), PolicyOf(place, after));
        return new(place.ToString(), before, after, old > now ? now : old) { IsText = true };
    }

    private static string? Shown(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined => null,
        JsonValueKind.String => SoundJson.Text(value),
        _ => SnapshotJson.Text(value),
    };

    private SnapshotPolicy PolicyOf(OutputPlace place, string? text) =>
        PathPattern.Longest(settings.Fields, place)?.Policy ?? settings.Policy ?? (text is not null && Prose.Is(text) ? SnapshotPolicy.Review : SnapshotPolicy.Block);

    private static IEnumerable<(OutputPlace Place, string? Text)> Leaves(OutputPlace place, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(p => Leaves(place.Key(SoundJson.Name(p)), p.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany((item, i) => Leaves(place.Item(i), item)),
        JsonValueKind.String => [(place, SoundJson.Text(value))],
        _ => [(place, null)],
    };

    private bool SameText(string received, string verified) => received == verified || settings.Compare switch
    {
        TextComparison.Loose => Prose.Loose(received) == Prose.Loose(verified),
        TextComparison.Lines => Prose.Lines(received).SequenceEqual(Prose.Lines(verified), StringComparer.Ordinal),
        TextComparison.Facts => TextFacts.Of(received).Equals(TextFacts.Of(verified)),
        _ => false,
    };

    private bool SameNumber(JsonElement before, JsonElement after)
    {
        if (before.TryGetDecimal(out var old) && after.TryGetDecimal(out var now))
        {
            try
            {
                return Math.Abs(old - now) <= settings.Tolerance;
            }
            catch (OverflowException)
            {
                return false;
            }
        }

        // Beyond what decimal holds, numbers are the same when they are written or rounded alike.
        return before.GetRawText() == after.GetRawText() || (before.TryGetDouble(out var b) && after.TryGetDouble(out var a) && a.Equals(b) && double.IsFinite(a));
    }
}
