using System.CommandLine;
using EvalGate.Commands;
using EvalGate.Suites;

namespace EvalGate.Tool.Options;

/// <summary>The options and variables that say where suites and runs are.</summary>
internal sealed class PlaceOptions
{
    private readonly Option<string?> _project = new("--project")
    {
        Description = "The folder of a project, or of several. Default: EVALGATE_ROOT, else this folder.",
        HelpName = "FOLDER",
    };

    private readonly Option<string?> _results = new("--results")
    {
        Description = "The folder of runs. Default: EVALGATE_RESULTS, else TestResults/evalgate of the project.",
        HelpName = "FOLDER",
    };

    /// <summary>The project alone, for what reads no runs.</summary>
    public Option Project => _project;

    public IEnumerable<Option> All => [_project, _results];

    /// <summary>The folder that suites are looked for below, whole.</summary>
    public string Folder(ParseResult parsed, Terminal terminal) =>
        Path.GetFullPath(parsed.GetValue(_project) ?? terminal.Variable("EVALGATE_ROOT") ?? ".", terminal.Folder);

    /// <summary>The folder of runs, whole; null for that of each project.</summary>
    public string? Results(ParseResult parsed, Terminal terminal) =>
        (parsed.GetValue(_results) ?? terminal.Variable("EVALGATE_RESULTS")) is { } folder ? Path.GetFullPath(folder, terminal.Folder) : null;

    /// <summary>An argument that is the name of a suite, which the shell completes.</summary>
    public Argument<string?> Suite(string name, string description, Terminal terminal) => new(name)
    {
        Description = description,
        Arity = ArgumentArity.ZeroOrOne,
        CompletionSources =
        {
            context => ProjectSuites.Below(Folder(context.ParseResult, terminal), new YamlLanguage()).Select(s => s.Suite?.Name).OfType<string>(),
        },
    };
}
