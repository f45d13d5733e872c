using System.Globalization;
using System.Text.RegularExpressions;
using EvalGate.Model;

namespace EvalGate.Warehouse;

/// <summary>What the embedded engine said of a file, as a diagnostic at the file's line.</summary>
internal static partial class DuckDbProblem
{
    private const int Longest = 300;

    /// <summary>The diagnostic.</summary>
    /// <param name="text">What was said.</param>
    /// <param name="source">The files, where it names none.</param>
    public static Diagnostic Of(string text, string source)
    {
        if (text.StartsWith("Out of Memory", StringComparison.Ordinal))
        {
            return new(DiagnosticCodes.TooLarge, Severity.Error, "the slices do not fit into the memory that is allowed. Allow more, or slice by columns of fewer values.", new(source, 0, 0));
        }

        if (Faulty().IsMatch(text))
        {
            return new(DiagnosticCodes.WrongValue, Severity.Error, $"it cannot be run: {ShownText.Of(Said(text), Longest)}", new("the query", 0, 0));
        }

        var file = File().Match(text) is { Success: true } named ? named.Groups[1].Value : source;
        var isMalformed = text.Contains("Malformed JSON", StringComparison.Ordinal);
        var code = text.Contains("UTF-8", StringComparison.OrdinalIgnoreCase) ? DiagnosticCodes.NotUtf8
            : isMalformed ? DiagnosticCodes.InvalidJson
            : text.Contains("CSV Error", StringComparison.Ordinal) ? DiagnosticCodes.InvalidCsv
            : text.Contains("exceeded while reading", StringComparison.Ordinal) ? DiagnosticCodes.TooLarge
            : DiagnosticCodes.WrongField;
        return new(code, Severity.Error, $"it cannot be read: {ShownText.Of(Said(text), Longest)}", new(file, LineOf(text, isMalformed), 0));
    }

    /// <summary>What was said, without the kind of error and without advice about settings that are locked.</summary>
    private static string Said(string text)
    {
        var end = Advice().Match(text) is { Success: true } advice ? advice.Index : text.Length;
        return Kind().Replace(text[..end], "").Trim();
    }

    /// <summary>Of a line that is no JSON the engine names the next one.</summary>
    private static int LineOf(string text, bool isMalformed) =>
        Line().Match(text) is { Success: true } line && int.TryParse(line.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number - (isMalformed ? 1 : 0)
            : 0;

    /// <summary>What is said of a query before any row is read.</summary>
    [GeneratedRegex("^(?:Parser|Binder|Catalog) Error: ")]
    private static partial Regex Faulty();

    [GeneratedRegex("(?:in file|reading file|file) (?:= )?\"?([^\"\\n]+?)\"?(?:,|\\n| \\()")]
    private static partial Regex File();

    [GeneratedRegex("(?:in line|on Line:) ([0-9]+)")]
    private static partial Regex Line();

    [GeneratedRegex("^[A-Za-z ]+ Error: ")]
    private static partial Regex Kind();

    [GeneratedRegex("\\n *(?:Try |Possible |Original |LINE )")]
    private static partial Regex Advice();
}
