using System.CommandLine;
using EvalGate.Commands;
using EvalGate.Suites;
using EvalGate.Tool.Options;
using EvalGate.Tool.Printing;

namespace EvalGate.Tool.Verbs;

/// <summary><c>evalgate gate</c></summary>
internal sealed class GateVerb
{
    private readonly PlaceOptions _place = new();
    private readonly Argument<string?> _target;
    private readonly Option<string?> _baseline = new("--baseline") { Description = "Judge against this baseline in place of the suite's own.", HelpName = "FILE" };
    private readonly JsonOption _json = new();

    private GateVerb(Terminal terminal) => _target = _place.Suite("SUITE|RUN", "A suite's name, for its newest run; or the file of a run (.jsonl). Default: the newest run of every suite.", terminal);

    public static Verb Create(Terminal terminal) => new GateVerb(terminal).Build(terminal);

    private Verb Build(Terminal terminal)
    {
        var verb = new Verb("gate", "Judges runs that were made already against their accepted baselines.")
        {
            Examples =
            [
                ("evalgate gate", "The newest run of every suite of this project."),
                ("evalgate gate support --json", "One suite; the verdict as JSON for scripts."),
                ("evalgate gate merged.jsonl --project src/HelpDesk", "A run from elsewhere, such as the merged shards of a build."),
            ],
            Notes = ["'dotnet test' judges every run by itself. This command judges again: after a merge, after a change of the rules, or against another baseline. verdict.json and report.md are written beside the run."],
        };
        verb.Add(_target);
        verb.AddAll([.. _place.All, _baseline, _json.Option]);
        verb.SetAction(parsed => Invoke(parsed, terminal));
        return verb;
    }

    private int Invoke(ParseResult parsed, Terminal terminal)
    {
        var target = parsed.GetValue(_target);
        var result = GateRunsCommand.Execute(
            new()
            {
                Folder = _place.Folder(parsed, terminal),
                Target = target is not null && target.EndsWith(".jsonl", StringComparison.Ordinal) ? Path.GetFullPath(target, terminal.Folder) : target,
                Results = _place.Results(parsed, terminal),
                Baseline = parsed.GetValue(_baseline) is { } file ? Path.GetFullPath(file, terminal.Folder) : null,
            },
            new YamlLanguage());
        return JudgedSuites.Show(result, target is not null, _json, parsed, terminal);
    }
}
