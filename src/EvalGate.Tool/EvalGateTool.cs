using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using EvalGate.Files;
using EvalGate.Model;
using EvalGate.Tool.Verbs;
using EvalGate.Warehouse;

namespace EvalGate.Tool;

/// <summary>The command line: parses, calls, prints.</summary>
internal static class EvalGateTool
{
    /// <summary>Runs one command.</summary>
    /// <param name="arguments">As the shell gave them.</param>
    /// <param name="terminal">Where it reads and writes.</param>
    /// <returns>The exit code.</returns>
    public static int Run(IReadOnlyList<string> arguments, Terminal terminal)
    {
        var parsed = Root(terminal).Parse(arguments);
        if (parsed.Action is ParseErrorAction)
        {
            ShowErrors(parsed, terminal);
            return ExitCode.Failed;
        }

        try
        {
            return parsed.Invoke(new() { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false });
        }
        catch (FilesException e)
        {
            terminal.Error.WriteLine($"error {DiagnosticCodes.BadFile}: {e.Message}");
            return ExitCode.Failed;
        }
        catch (WarehouseException e)
        {
            terminal.ShowAny([e.Message]);
            return ExitCode.Failed;
        }
        catch (RunFileException e)
        {
            terminal.ShowAny([e.Diagnostic]);
            return ExitCode.Failed;
        }
    }

    private static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand("EvalGate keeps a worse model, prompt or retrieval change from shipping.")
        {
            GateVerb.Create(terminal),
            AcceptVerb.Create(terminal),
            ReportVerb.Create(terminal),
            CompareVerb.Create(terminal),
            SumsVerb.Create(terminal),
            AbVerb.Create(terminal),
            PlanVerb.Create(terminal),
            ValidateVerb.Create(terminal),
            MergeVerb.Create(terminal),
            SnapshotsVerb.Create(terminal),
            RecordingsVerb.Create(terminal),
            CasesVerb.Create(terminal),
            LeakageVerb.Create(terminal),
            CoverageVerb.Create(terminal),
            LabelsVerb.Create(terminal),
            OutcomesVerb.Create(terminal),
            ShadowVerb.Create(terminal),
            InitVerb.Create(terminal),
            SchemaVerb.Create(terminal),
            GitHubVerb.Create(terminal),
        };
        foreach (var option in root.Options)
        {
            (option.Action, option.Description) = option is HelpOption
                ? (new Printing.HelpAction(terminal), "Shows this help.")
                : ((CommandLineAction)new Printing.VersionAction(terminal), "Shows the version.");
        }

        return root;
    }

    private static void ShowErrors(ParseResult parsed, Terminal terminal)
    {
        var command = parsed.CommandResult.Command;
        var isRoot = command is RootCommand;
        if (isRoot && parsed.UnmatchedTokens is [var unknown, ..])
        {
            var names = command.Subcommands.Select(c => c.Name).ToArray();
            terminal.Error.WriteLine($"error: there is no command '{unknown}'; there are {string.Join(", ", names)}.{Nearest.Hint(unknown, names)}");
        }
        else
        {
            foreach (var error in parsed.Errors)
            {
                terminal.Error.WriteLine($"error: {OneLine(error.Message)}");
            }
        }

        terminal.Error.WriteLine($"Try: {Printing.HelpText.PathOf(command)} --help");
    }

    private static string OneLine(string message) => string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
