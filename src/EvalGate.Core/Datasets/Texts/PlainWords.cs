using EvalGate.Model;
using EvalGate.Scoring;

namespace EvalGate.Datasets;

/// <summary>A text as words without case and signs: what stays the same when somebody copies it by hand.</summary>
public static class PlainWords
{
    /// <summary>The words in lower case, in order.</summary>
    /// <param name="text">Any text.</param>
    public static IReadOnlyList<string> Of(string text) => WordSplitter.Words(NormalText.Of(text).ToLowerInvariant());

    /// <summary>The words with one space between them.</summary>
    /// <param name="text">Any text.</param>
    public static string Text(string text) => string.Join(' ', Of(text));
}
