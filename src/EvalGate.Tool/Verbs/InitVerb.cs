using System.CommandLine;
using EvalGate.Commands;
using EvalGate.Tool.Options;
using EvalGate.Tool.Printing;

namespace EvalGate.Tool.Verbs;

/// <summary><c>evalgate init</c></summary>
internal sealed class InitVerb
{
    private readonly Argument<string> _project = new("PROJECT") { Description = "The folder of a C# project, or its project file. Default: this folder.", Arity = ArgumentArity.ZeroOrOne, DefaultValueFactory = _ => "." };
    private readonly Option<string> _name = new("--name") { Description = "The suite's name. Default: sample.", HelpName = "NAME", DefaultValueFactory = _ => "sample" };
    private readonly Option<string?> _output = new("--output", "-o") { Description = "Makes a separate evals project in this folder, whatever the project is.", HelpName = "FOLDER" };
    private readonly JsonOption _json = new();

    public static Verb Create(Terminal terminal) => new InitVerb().Build(terminal);

    private Verb Build(Terminal terminal)
    {
        var verb = new Verb("init", "Starts evals: a suite, cases, a subject to fill in, and the settings that 'dotnet test' needs.")
        {
            Examples =
            [
                ("evalgate init", "In the folder of an xUnit v3 test project: adds evals to it."),
                ("evalgate init tests/Shop.Tests --name support", "A suite of another name. A project on VSTest gets a separate evals project beside it."),
            ],
            Notes = ["Nothing is overwritten: files that are there stay as they are, and a project file only grows. What was done is listed."],
        };
        verb.Add(_project);
        verb.Add(_name);
        verb.Add(_output);
        verb.Add(_json.Option);
        verb.SetAction(parsed => Invoke(parsed, terminal));
        return verb;
    }

    private int Invoke(ParseResult parsed, Terminal terminal)
    {
        var result = InitCommand.Execute(new()
        {
            Target = Path.GetFullPath(parsed.GetRequiredValue(_project), terminal.Folder),
            Suite = parsed.GetRequiredValue(_name),
            Version = ToolVersion.Text,
            Output = parsed.GetValue(_output) is { } folder ? Path.GetFullPath(folder, terminal.Folder) : null,
        });
        if (terminal.ShowAny(result.Problems))
        {
            return ExitCode.Failed;
        }

        _json.Show(parsed, terminal, Text(result, terminal), () => Json(result, terminal));
        return ExitCode.NothingBlocks;
    }

    private static string Next(InitResult result, Terminal terminal) =>
        result.Folder == Path.GetFullPath(terminal.Folder) ? "dotnet test" : $"cd {Near.Path(terminal.Folder, result.Folder)} && dotnet test";

    private static string Text(InitResult result, Terminal terminal)
    {
        var steps = result.Steps.Select(s => $"{s.Kind.ToString().ToLowerInvariant(),-8}{Near.Path(terminal.Folder, s.Path)}{(s.What.Length == 0 ? "" : $": {s.What}")}\n");
        var notes = result.Notes.Select(n => $"\n{string.Join('\n', HelpText.Wrapped(n, terminal.Width))}\n");
        return $"{string.Concat(steps)}{string.Concat(notes)}\nNext: {Next(result, terminal)}\nThen: dotnet build -t:EvalGateAccept (makes two runs the baseline)\n";
    }

    private static string Json(InitResult result, Terminal terminal) => JsonText.Of("init", json =>
    {
        json.WriteStartArray("files");
        foreach (var step in result.Steps)
        {
            json.WriteStartObject();
            json.WriteString("file", Near.Path(terminal.Folder, step.Path));
            json.WriteString("became", step.Kind.ToString().ToLowerInvariant());
            json.WriteString("what", step.What);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteTexts("notes", result.Notes);
        json.WriteString("next", Next(result, terminal));
    });
}
