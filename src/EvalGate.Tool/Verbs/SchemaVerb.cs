using System.CommandLine;
using EvalGate.Files;
using EvalGate.Scoring;
using EvalGate.Suites;

namespace EvalGate.Tool.Verbs;

/// <summary><c>evalgate schema</c></summary>
internal sealed class SchemaVerb
{
    private readonly Option<string?> _output = new("--output", "-o") { Description = "Writes it to a file in place of standard output.", HelpName = "FILE.json" };

    public static Verb Create(Terminal terminal) => new SchemaVerb().Build(terminal);

    private Verb Build(Terminal terminal)
    {
        var verb = new Verb("schema", "Writes the JSON Schema of suites, with which editors complete and check *.eval.yaml.")
        {
            Examples =
            [
                ("evalgate schema -o evals/eval.schema.json", "Then, as the first line of a suite:\n# yaml-language-server: $schema=eval.schema.json"),
            ],
            Notes = ["For every suite of a repository at once, VS Code with its YAML extension takes it in .vscode/settings.json:\n\"yaml.schemas\": { \"./evals/eval.schema.json\": \"*.eval.yaml\" }"],
        };
        verb.Add(_output);
        verb.SetAction(parsed => Invoke(parsed, terminal));
        return verb;
    }

    private int Invoke(ParseResult parsed, Terminal terminal)
    {
        var schema = SuiteSchema.Write(ScorerCatalog.All);
        if (parsed.GetValue(_output) is not { } file)
        {
            terminal.Out.Write(schema);
            return ExitCode.NothingBlocks;
        }

        TextFile.WriteAtomically(Path.Combine(terminal.Folder, file), schema);
        terminal.Out.WriteLine($"{file}: the schema of *.eval.yaml.");
        return ExitCode.NothingBlocks;
    }
}
