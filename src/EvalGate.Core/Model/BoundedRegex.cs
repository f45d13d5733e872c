using System.Text.RegularExpressions;

namespace EvalGate.Model;

/// <summary>Regular expressions that cannot hang on hostile text.</summary>
public static class BoundedRegex
{
    /// <summary>How long a pattern that needs backtracking may take on one text: long enough for a busy machine, where nothing but the clock is slow.</summary>
    public static TimeSpan Timeout { get; } = TimeSpan.FromSeconds(2);

    /// <summary>Compiles a pattern: in linear time where the pattern allows it, else with <see cref="Timeout"/>.</summary>
    /// <param name="pattern">A .NET regular expression.</param>
    /// <param name="options">Further options.</param>
    /// <exception cref="ArgumentException">The pattern does not compile.</exception>
    public static Regex Of(string pattern, RegexOptions options = RegexOptions.None)
    {
        const RegexOptions Usual = RegexOptions.CultureInvariant;
        try
        {
            return new(pattern, options | Usual | RegexOptions.NonBacktracking);
        }
        catch (NotSupportedException)
        {
            // Look-arounds and back-references need the backtracking engine.
            return new(pattern, options | Usual, Timeout);
        }
    }
}
