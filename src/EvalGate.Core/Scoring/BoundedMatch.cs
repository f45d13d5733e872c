using System.Text.RegularExpressions;
using EvalGate.Model;

namespace EvalGate.Scoring;

/// <summary>Matches patterns of users against outputs, in bounded time.</summary>
internal static class BoundedMatch
{
    /// <summary>Whether the pattern matches somewhere.</summary>
    /// <exception cref="ScorerException">The pattern took too long.</exception>
    public static bool Is(Regex pattern, string text)
    {
        try
        {
            return pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            throw new ScorerException($"the pattern took longer than {BoundedRegex.Timeout.TotalSeconds} s on this output; write it without nested repetition");
        }
    }
}
