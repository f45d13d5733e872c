namespace EvalGate.Model;

/// <summary>The page that explains every code and says what to do about it.</summary>
public static class CodePage
{
    /// <summary>The page.</summary>
    public const string Address = "https://github.com/evalgate/evalgate/blob/main/.github/codes.md";

    /// <summary>Where the page explains a code.</summary>
    /// <param name="code">One of <see cref="DiagnosticCodes"/>.</param>
    public static string Of(string code) => $"{Address}#{code.ToLowerInvariant()}";
}
