using System.CommandLine;
using EvalGate.Files;
using EvalGate.Reports;
using EvalGate.Scoring;
using EvalGate.Suites;

namespace EvalGate.Tool.Verbs;

/// <summary><c>evalgate schema</c></summary>
internal sealed class SchemaVerb
{
    private readonly Argument<string> _kind = new("KIND") { Description = "suite (the default) for *.eval.yaml, verdict for verdict.json.", DefaultValueFactory = _ => "suite", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _output = new("--output", "-o") { Description = "Writes it to a file in place of standard output.", HelpName = "FILE.json" };

    public static Verb Create(Terminal terminal) => new SchemaVerb().Build(terminal);

    private Verb Build(Terminal terminal)
    {
        var verb = new Verb("schema", "Writes the JSON Schema of suites, with which editors complete and check *.eval.yaml; or that of verdict.json.")
        {
            Examples =
            [
                ("evalgate schema -o evals/eval.schema.json", "Then, as the first line of a suite:\n# yaml-language-server: $schema=eval.schema.json"),
                ("evalgate schema verdict", "What verdict.json holds, for programs that read it."),
            ],
            Notes = ["For every suite of a repository at once, VS Code with its YAML extension takes it in .vscode/settings.json:\n\"yaml.schemas\": { \"./evals/eval.schema.json\": \"*.eval.yaml\" }"],
        };
        _kind.AcceptOnlyFromAmong("suite", "verdict");
        verb.Add(_kind);
        verb.Add(_output);
        verb.SetAction(parsed => Invoke(parsed, terminal));
        return verb;
    }

    private int Invoke(ParseResult parsed, Terminal terminal)
    {
        var (schema, subject) = parsed.GetValue(_kind) == "verdict" ? (VerdictSchema.Text, "verdict.json") : (SuiteSchema.Write(ScorerCatalog.All), "*.eval.yaml");
        if (parsed.GetValue(_output) is not { } file)
        {
            terminal.Out.Write(schema);
            return ExitCode.NothingBlocks;
        }

        TextFile.WriteAtomically(Path.Combine(terminal.Folder, file), schema);
        terminal.Out.WriteLine($"{file}: the schema of {subject}.");
        return ExitCode.NothingBlocks;
    }
}
