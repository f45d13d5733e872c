namespace EvalGate.Tool.Options;

/// <summary><c>correct=2pp</c>, or <c>2pp</c> for all metrics.</summary>
/// <param name="Name">What is said to be something; null for everything.</param>
/// <param name="Value">What it is said to be.</param>
internal sealed record Assignment(string? Name, string Value)
{
    /// <summary>Splits at the last equals sign: values have none, columns may.</summary>
    public static Assignment Of(string text) => text.LastIndexOf('=') is > 0 and var at ? new(text[..at], text[(at + 1)..]) : new(null, text);
}
