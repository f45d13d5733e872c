namespace EvalGate.Snapshots;

/// <summary>What became of a line or a word.</summary>
public enum DiffKind
{
    /// <summary>On both sides.</summary>
    Same,

    /// <summary>Approved, and gone.</summary>
    Removed,

    /// <summary>Not approved, and there.</summary>
    Added,
}

/// <summary>A line or a word, and what became of it.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Text">The line without its end, or the word.</param>
public readonly record struct DiffPart(DiffKind Kind, string Text);

/// <summary>The least that was removed and added between two texts, for people to read.</summary>
/// <remarks>
/// The greedy algorithm of Myers, "An O(ND) difference algorithm and its variations" (1986), with bounded work: texts that share almost
/// nothing come out as one removed and one added block.
/// </remarks>
public static class TextDiff
{
    /// <summary>More edits than this are a rewrite.</summary>
    private const int MostEdits = 500;

    /// <summary>The lines of two texts.</summary>
    /// <param name="before">What was approved.</param>
    /// <param name="after">What came out.</param>
    public static IReadOnlyList<DiffPart> Lines(string before, string after) => Of(before.Split('\n'), after.Split('\n'));

    /// <summary>The words of two texts: runs of letters and digits, runs of white space, and single signs; together they are the texts.</summary>
    /// <param name="before">What was approved.</param>
    /// <param name="after">What came out.</param>
    public static IReadOnlyList<DiffPart> Words(string before, string after) => Of(Tokens(before), Tokens(after));

    /// <summary>Two sequences.</summary>
    internal static IReadOnlyList<DiffPart> Of(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var start = 0;
        while (start < before.Count && start < after.Count && before[start] == after[start])
        {
            start++;
        }

        var end = 0;
        while (end < before.Count - start && end < after.Count - start && before[^(end + 1)] == after[^(end + 1)])
        {
            end++;
        }

        var middle = Middle([.. before.Skip(start).Take(before.Count - start - end)], [.. after.Skip(start).Take(after.Count - start - end)]);
        return [.. before.Take(start).Select(Same), .. middle, .. before.Skip(before.Count - end).Select(Same)];
    }

    private static List<DiffPart> Middle(string[] before, string[] after)
    {
        var block = before.Select(Removed).Concat(after.Select(Added));
        if (before.Length == 0 || after.Length == 0)
        {
            return [.. block];
        }

        var steps = Forward(before, after);
        return steps is null ? [.. block] : Backward(before, after, steps);
    }

    /// <summary>How far each diagonal gets with each number of edits; null when too many are needed.</summary>
    private static List<int[]>? Forward(string[] before, string[] after)
    {
        var most = Math.Min(MostEdits, before.Length + after.Length);
        var furthest = new int[2 * most + 3];
        var steps = new List<int[]>();
        for (var edits = 0; edits <= most; edits++)
        {
            steps.Add([.. furthest[(most - edits)..(most + edits + 3)]]);
            for (var diagonal = -edits; diagonal <= edits; diagonal += 2)
            {
                var at = Reach(before, after, diagonal, From(furthest, most + 1 + diagonal, edits, diagonal));
                furthest[most + 1 + diagonal] = at;
                if (at >= before.Length && at - diagonal >= after.Length)
                {
                    return steps;
                }
            }
        }

        return null;
    }

    private static int From(int[] furthest, int index, int edits, int diagonal) =>
        diagonal == -edits || (diagonal != edits && furthest[index - 1] < furthest[index + 1]) ? furthest[index + 1] : furthest[index - 1] + 1;

    private static int Reach(string[] before, string[] after, int diagonal, int at)
    {
        while (at < before.Length && at - diagonal < after.Length && before[at] == after[at - diagonal])
        {
            at++;
        }

        return at;
    }

    private static List<DiffPart> Backward(string[] before, string[] after, List<int[]> steps)
    {
        var parts = new List<DiffPart>();
        var (x, y) = (before.Length, after.Length);
        for (var edits = steps.Count - 1; edits > 0; edits--)
        {
            var (step, diagonal) = (steps[edits], x - y);
            // A step holds the diagonals from −edits−1 to edits+1.
            var down = diagonal == -edits || (diagonal != edits && step[diagonal + edits] < step[diagonal + edits + 2]);
            var previous = down ? diagonal + 1 : diagonal - 1;
            var fromX = step[previous + edits + 1];
            var startX = down ? fromX : fromX + 1;
            while (x > startX)
            {
                parts.Add(Same(before[--x]));
                y--;
            }

            parts.Add(down ? Added(after[--y]) : Removed(before[--x]));
        }

        while (x > 0)
        {
            parts.Add(Same(before[--x]));
        }

        parts.Reverse();
        return Grouped(parts);
    }

    /// <summary>What was removed stands before what was added in its place.</summary>
    private static List<DiffPart> Grouped(List<DiffPart> parts)
    {
        var grouped = new List<DiffPart>(parts.Count);
        var added = new List<DiffPart>();
        foreach (var part in parts)
        {
            if (part.Kind == DiffKind.Added)
            {
                added.Add(part);
                continue;
            }

            if (part.Kind == DiffKind.Same)
            {
                grouped.AddRange(added);
                added.Clear();
            }

            grouped.Add(part);
        }

        grouped.AddRange(added);
        return grouped;
    }

    private static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var end = at + 1;
            while (end < text.Length && KindOf(text[end]) is not '.' and var kind && kind == KindOf(text[at]))
            {
                end++;
            }

            tokens.Add(text[at..end]);
            at = end;
        }

        return tokens;
    }

    private static char KindOf(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) ? 'a' : char.IsWhiteSpace(c) ? ' ' : '.';

    private static DiffPart Same(string text) => new(DiffKind.Same, text);

    private static DiffPart Removed(string text) => new(DiffKind.Removed, text);

    private static DiffPart Added(string text) => new(DiffKind.Added, text);
}
