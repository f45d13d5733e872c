using System.Text.RegularExpressions;

namespace EvalGate.GitHub;

/// <summary>Takes out what looks like a secret before anything leaves the machine: comments and statuses are not masked by Actions.</summary>
public static partial class Redactor
{
    /// <summary>The text with every known shape of a secret replaced.</summary>
    /// <param name="text">Any text.</param>
    public static string Clean(string text) => Shapes().Replace(text, "[redacted]");

    // Markdown may have a backslash before an underscore.
    [GeneratedRegex("""
        \bgh[pousr]\\?_[A-Za-z0-9]{20,255} | \bgithub\\?_pat\\?_[A-Za-z0-9_\\]{20,255} | \bsk-[A-Za-z0-9_\\-]{20,255} | \bxox[abprs]-[A-Za-z0-9-]{10,255}
        | \bA(?:KIA|SIA)[A-Z0-9]{16}\b | \bAIza[A-Za-z0-9_\\-]{35} | \beyJ[A-Za-z0-9_\\-]{10,}\.[A-Za-z0-9_\\-]{10,}\.[A-Za-z0-9_\\-]{10,}
        | -----BEGIN\ [A-Z ]{0,20}PRIVATE\ KEY-----
        """, RegexOptions.IgnorePatternWhitespace, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Shapes();
}
