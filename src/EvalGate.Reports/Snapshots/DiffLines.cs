using EvalGate.Snapshots;

namespace EvalGate.Reports;

/// <summary>A difference in lines: <c>-</c> was approved, <c>+</c> came out, <c>~</c> changed within, as in <c>[-30-]{+14+} days</c>.</summary>
public static class DiffLines
{
    private const int Context = 1;
    private const int LongestLine = 400;
    private const int LongestSame = 60;

    /// <summary>More characters are compared by lines only.</summary>
    private const int MostForWords = 20_000;

    /// <summary>The difference of two texts.</summary>
    /// <param name="before">What was approved; null when there was nothing.</param>
    /// <param name="after">What came out; null when there is nothing.</param>
    /// <param name="most">How many lines are shown.</param>
    public static IReadOnlyList<string> Of(string? before, string? after, int most)
    {
        var lines = (before, after) switch
        {
            ({ } old, { } now) => Changed(TextDiff.Lines(old, now)),
            (null, { } now) => now.Split('\n').Select(l => Line('+', l)),
            ({ } old, null) => old.Split('\n').Select(l => Line('-', l)),
            _ => [],
        };
        string[] all = [.. lines.Take(most + 1)];
        return all.Length <= most ? all : [.. all.Take(most), "  …"];
    }

    private static IEnumerable<string> Changed(IReadOnlyList<DiffPart> parts)
    {
        for (var at = 0; at < parts.Count;)
        {
            var end = at;
            while (end < parts.Count && parts[end].Kind == DiffKind.Same == (parts[at].Kind == DiffKind.Same))
            {
                end++;
            }

            var run = parts.Skip(at).Take(end - at).ToArray();
            foreach (var line in parts[at].Kind == DiffKind.Same ? Around(run, isFirst: at == 0, isLast: end == parts.Count) : Replaced(run))
            {
                yield return line;
            }

            at = end;
        }
    }

    /// <summary>A line on either side of a change; what lies between is left out.</summary>
    private static IEnumerable<string> Around(DiffPart[] same, bool isFirst, bool isLast)
    {
        var (after, before) = (isFirst ? 0 : Context, isLast ? 0 : Context);
        return same.Length <= after + before + 1
            ? same.Select(p => Line(' ', p.Text))
            : [.. same.Take(after).Select(p => Line(' ', p.Text)), "  …", .. same.TakeLast(before).Select(p => Line(' ', p.Text))];
    }

    private static IEnumerable<string> Replaced(DiffPart[] run)
    {
        string[] removed = [.. run.Where(p => p.Kind == DiffKind.Removed).Select(p => p.Text)], added = [.. run.Where(p => p.Kind == DiffKind.Added).Select(p => p.Text)];
        return removed.Length == added.Length && removed.Length > 0
            ? removed.Zip(added).SelectMany(pair => Within(pair.First, pair.Second) is { } line ? [line] : new[] { Line('-', pair.First), Line('+', pair.Second) })
            : removed.Select(l => Line('-', l)).Concat(added.Select(l => Line('+', l)));
    }

    /// <summary>The words that changed in a line; null for lines that share too little to be read as one.</summary>
    private static string? Within(string before, string after)
    {
        if (before.Length + after.Length > MostForWords)
        {
            return null;
        }

        var words = Joined(TextDiff.Words(before, after));
        var same = words.Where(w => w.Kind == DiffKind.Same).Sum(w => w.Text.Length);
        return same * 2 < Math.Max(before.Length, after.Length) ? null : Line('~', string.Concat(words.Select(w => w.Kind switch
        {
            DiffKind.Removed => $"[-{w.Text}-]",
            DiffKind.Added => $"{{+{w.Text}+}}",
            _ => w.Text.Length <= LongestSame ? w.Text : $"{w.Text[..(LongestSame / 2)]}…{w.Text[^(LongestSame / 2)..]}",
        })));
    }

    /// <summary>Neighbours of one kind as one; what was removed of a stretch before what was added to it, blanks between them included.</summary>
    private static List<DiffPart> Joined(IReadOnlyList<DiffPart> words)
    {
        var joined = new List<DiffPart>();
        foreach (var word in words)
        {
            if (joined.Count > 0 && joined[^1].Kind == word.Kind)
            {
                joined[^1] = joined[^1] with { Text = joined[^1].Text + word.Text };
            }
            else
            {
                joined.Add(word);
            }
        }

        return joined;
    }

    private static string Line(char mark, string text) => $"{mark} {CleanText.Of(text.Length <= LongestLine ? text : text[..LongestLine] + "…")}".TrimEnd();
}
