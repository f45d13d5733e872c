namespace EvalGate.Model;

/// <summary>Finds the word that was probably meant.</summary>
public static class Nearest
{
    private const int LongestWord = 100;

    /// <summary>The nearest valid word, or null when none is near.</summary>
    /// <param name="word">What was written.</param>
    /// <param name="valid">What is allowed.</param>
    public static string? Of(string word, IEnumerable<string> valid) => word.Length > LongestWord ? null : valid
        .Where(v => v.Length <= LongestWord)
        .Select(v => (Word: v, Distance: Distance(word, v)))
        .Where(v => IsNear(v.Distance, Math.Min(word.Length, v.Word.Length)))
        .OrderBy(v => v.Distance).ThenBy(v => v.Word, StringComparer.Ordinal)
        .Select(v => v.Word).FirstOrDefault();

    /// <summary><c> Did you mean 'x'?</c> with a leading space, or nothing.</summary>
    /// <param name="word">What was written.</param>
    /// <param name="valid">What is allowed.</param>
    public static string Hint(string word, IEnumerable<string> valid) => Of(word, valid) is { } nearest ? $" Did you mean '{ShownText.Of(nearest)}'?" : "";

    /// <summary>A third of the letters may differ, one in any case; a word of which nothing is left is another word.</summary>
    private static bool IsNear(int distance, int length) => distance <= Math.Max(1, length / 3) && (distance == 0 || distance < length);

    /// <summary>Edit distance in which swapping two neighbours counts once (optimal string alignment), without regard to case.</summary>
    private static int Distance(string word, string other)
    {
        var (a, b) = (word.ToLowerInvariant(), other.ToLowerInvariant());
        var (before, last, row) = (new int[b.Length + 1], Enumerable.Range(0, b.Length + 1).ToArray(), new int[b.Length + 1]);
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, last, row) = (last, row, before);
        }

        return last[b.Length];
    }
}
