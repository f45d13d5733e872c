namespace EvalGate.Datasets;

/// <summary>A place where words of a sought text stand close together.</summary>
/// <param name="Text">Its number in <see cref="LeakIndex.Texts"/>.</param>
/// <param name="Start">Byte where the first word starts.</param>
/// <param name="End">Byte behind the last word.</param>
/// <param name="Line">Line of the first word, from 1.</param>
public sealed record LeakMatch(int Text, long Start, long End, int Line)
{
    /// <summary>The longest run of the text's words in one piece.</summary>
    public required int Longest { get; init; }

    /// <summary>How many of the text's words are there.</summary>
    public required int Covered { get; init; }
}
