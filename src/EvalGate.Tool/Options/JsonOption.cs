using System.CommandLine;
using System.CommandLine.Parsing;

namespace EvalGate.Tool.Options;

/// <summary><c>--json</c>: the result as JSON, on standard output in place of the text, or in a file beside it.</summary>
internal static class JsonOption
{
    private const string Ending = ".json";

    public static Option<string?> Create() => new("--json")
    {
        Description = "The result as JSON: alone, on standard output in place of the text; with a file, beside it.",
        HelpName = "FILE.json",
        Arity = ArgumentArity.ZeroOrOne,
        Validators = { RequireEnding },
    };

    /// <summary>Where JSON goes; null when it was not asked for, and empty for standard output.</summary>
    public static string? Target(ParseResult parsed, Option<string?> option) =>
        parsed.GetResult(option) is null ? null : parsed.GetValue(option) ?? "";

    // Without it, a suite's name behind --json would be read as a file's.
    private static void RequireEnding(OptionResult result)
    {
        foreach (var file in result.Tokens.Where(t => !t.Value.EndsWith(Ending, StringComparison.OrdinalIgnoreCase)))
        {
            result.AddError($"--json {file.Value}: the file must end in {Ending}. For standard output, write --json last.");
        }
    }
}
