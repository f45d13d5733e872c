using System.Text;

namespace EvalGate.Datasets;

/// <summary>The positive control of a scan: copies of sought texts that are planted in a made-up document and must be found.</summary>
/// <param name="Planted">How many were planted.</param>
/// <param name="Found">How many were found.</param>
public sealed record LeakControl(int Planted, int Found)
{
    private const int MostTexts = 20;

    /// <summary>Whether a scan that finds nothing means that nothing is there.</summary>
    public bool Holds => Planted > 0 && Found == Planted;

    /// <summary>Scans a document with verbatim, re-cased and embedded copies of some texts.</summary>
    /// <param name="index">What is sought; with nothing to plant the control does not hold.</param>
    /// <param name="scanner">The scanner that is about to be used.</param>
    public static LeakControl Of(LeakIndex index, LeakScanner scanner)
    {
        var step = Math.Max(1, index.Texts.Count / MostTexts);
        int[] planted = [.. Enumerable.Range(0, index.Texts.Count).Where(t => t % step == 0).Take(MostTexts)];
        var found = planted.Sum(text => Copies(index.Texts[text].Text).Count(copy => IsFound(scanner, copy, text, index)));
        return new(planted.Length * 3, found);
    }

    private static string[] Copies(string text) =>
        [text, text.ToUpperInvariant(), $"Some words before it: {text} And some words behind it."];

    private static bool IsFound(LeakScanner scanner, string document, int text, LeakIndex index)
    {
        scanner.Begin(isJson: false, isLinewise: false);
        scanner.Feed(Encoding.UTF8.GetBytes(document), isLast: true);
        return scanner.Finish().Any(m => index.Texts[m.Text].Text == index.Texts[text].Text);
    }
}
