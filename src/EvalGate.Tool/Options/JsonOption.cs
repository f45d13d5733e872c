using System.CommandLine;
using System.CommandLine.Parsing;
using EvalGate.Files;

namespace EvalGate.Tool.Options;

/// <summary><c>--json</c>: the result as JSON, on standard output in place of the text, or in a file beside it.</summary>
internal sealed class JsonOption
{
    private const string Ending = ".json";

    private readonly Option<string?> _option = new("--json")
    {
        Description = "The result as JSON: alone, on standard output in place of the text; with a file, beside it.",
        HelpName = "FILE.json",
        Arity = ArgumentArity.ZeroOrOne,
        Validators = { RequireEnding },
    };

    /// <summary>The option itself.</summary>
    public Option Option => _option;

    /// <summary>The file that was named; null when none was.</summary>
    public string? File(ParseResult parsed) => parsed.GetValue(_option);

    /// <summary>Shows a result: as text, unless JSON was asked for in its place.</summary>
    public void Show(ParseResult parsed, Terminal terminal, string text, Func<string> json)
    {
        if (parsed.GetResult(_option) is null)
        {
            terminal.Show(text);
        }
        else if (File(parsed) is { } file)
        {
            TextFile.WriteAtomically(Path.Combine(terminal.Folder, file), json());
            terminal.Show(text);
        }
        else
        {
            terminal.Out.Write(json());
        }
    }

    // Without it, a suite's name behind --json would be read as a file's.
    private static void RequireEnding(OptionResult result)
    {
        foreach (var file in result.Tokens.Where(t => !t.Value.EndsWith(Ending, StringComparison.OrdinalIgnoreCase)))
        {
            result.AddError($"--json {file.Value}: the file must end in {Ending}. For standard output, write --json last.");
        }
    }
}
