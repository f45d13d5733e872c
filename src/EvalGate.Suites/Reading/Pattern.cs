using EvalGate.Model;

namespace EvalGate.Suites.Reading;

/// <summary>Checks regular expressions that suites name.</summary>
internal static class Pattern
{
    private const int Longest = 10_000;

    /// <summary>What is wrong with a pattern; null when nothing is.</summary>
    public static string? Fault(string pattern)
    {
        if (pattern.Length > Longest)
        {
            return $"it has {pattern.Length} characters; {Longest} are allowed";
        }

        try
        {
            BoundedRegex.Of(pattern);
            return null;
        }
        catch (ArgumentException e)
        {
            return $"it is no .NET regular expression: {ShownText.Of(e.Message, 300).TrimEnd('.')}";
        }
    }
}
