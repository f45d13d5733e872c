using System.CommandLine;
using System.Globalization;
using EvalGate.Commands;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Reports;
using EvalGate.Suites;
using EvalGate.Tool.Options;
using EvalGate.Tool.Printing;

namespace EvalGate.Tool.Verbs;

/// <summary><c>evalgate validate</c></summary>
internal sealed class ValidateVerb
{
    private readonly Argument<string[]> _files = new("FILES") { Description = "Suites (*.eval.yaml), or folders with suites below. Default: this folder.", Arity = ArgumentArity.ZeroOrMore };
    private readonly JsonOption _json = new();

    public static Verb Create(Terminal terminal) => new ValidateVerb().Build(terminal);

    private Verb Build(Terminal terminal)
    {
        var verb = new Verb("validate", "Checks suites and their cases without building: every mistake at its line, all at once.")
        {
            Examples =
            [
                ("evalgate validate", "Every suite below this folder, with its cases."),
                ("evalgate validate evals/support.eval.yaml --json", "One suite; the problems as JSON for editors and scripts."),
            ],
            Notes = ["The build checks the same; this needs no build. Exit code 1 means that a suite has errors; warnings do not count."],
        };
        verb.Add(_files);
        verb.Add(_json.Option);
        verb.SetAction(parsed => Invoke(parsed, terminal));
        return verb;
    }

    private int Invoke(ParseResult parsed, Terminal terminal)
    {
        var result = ValidateCommand.Execute(terminal.Folder, parsed.GetValue(_files) ?? [], new YamlLanguage());
        _json.Show(parsed, terminal, Text(result), () => Json(result));
        return Errors(result) > 0 ? ExitCode.Blocked : ExitCode.NothingBlocks;
    }

    private static int Errors(ValidateResult result) => result.Diagnostics.Count(d => d.Severity == Severity.Error);

    private static string Text(ValidateResult result)
    {
        var (errors, warnings) = (Errors(result), result.Diagnostics.Count(d => d.Severity == Severity.Warning));
        var found = errors + warnings == 0 ? "no problems" : $"{Figures.Count(errors, "error")}, {Figures.Count(warnings, "warning")}";
        return string.Concat(result.Diagnostics.Select(d => $"{d}\n")) + $"{Figures.Count(result.Suites, "suite")}, {Figures.Count(result.Cases, "case")}: {found}.\n";
    }

    private static string Json(ValidateResult result) => JsonText.Of("diagnostics", json =>
    {
        json.WriteNumber("suites", result.Suites);
        json.WriteNumber("cases", result.Cases);
        json.WriteNumber("errors", Errors(result));
        json.WriteDiagnostics(result.Diagnostics);
    });
}
