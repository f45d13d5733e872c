using System.CommandLine;
using EvalGate.Commands;
using EvalGate.Reports;
using EvalGate.Suites;
using EvalGate.Tool.Options;
using EvalGate.Tool.Printing;

namespace EvalGate.Tool.Verbs;

/// <summary><c>evalgate plan</c></summary>
internal sealed class PlanVerb
{
    private readonly PlaceOptions _place = new();
    private readonly Argument<string?> _suite;
    private readonly Option<bool> _measure = new("--aa") { Description = "First run the evals of the project, as it is built, twice, to measure the noise. Costs what two runs cost.", Arity = ArgumentArity.Zero };
    private readonly JsonOption _json = new();

    private PlanVerb(Terminal terminal) => _suite = _place.Suite("SUITE", "A suite's name. Default: every suite of this project.", terminal);

    public static Verb Create(Terminal terminal) => new PlanVerb(terminal).Build(terminal);

    private Verb Build(Terminal terminal)
    {
        var verb = new Verb("plan", "Says how small a drop each slice can show, and how many cases it takes to show less.")
        {
            Examples =
            [
                ("evalgate plan support", "From the accepted baseline and the runs that were made already."),
                ("evalgate plan --aa --project src/HelpDesk", "Runs the tests twice first: what differs between two equal runs is noise."),
            ],
            Notes = ["Noise is what results of one unchanged system differ by: repetitions, the pooled runs of a baseline, runs of one commit. Without any it is taken from the last run against the baseline, where what changed counts as noise too."],
        };
        verb.Add(_suite);
        verb.AddAll([.. _place.All, _measure, _json.Option]);
        verb.SetAction(parsed => Invoke(parsed, terminal));
        return verb;
    }

    private int Invoke(ParseResult parsed, Terminal terminal)
    {
        var request = new PlanRequest { Folder = _place.Folder(parsed, terminal), Suite = parsed.GetValue(_suite), Results = _place.Results(parsed, terminal) };
        if (parsed.GetValue(_measure))
        {
            PlanCommand.Measure(request, new YamlLanguage(), folder =>
            {
                terminal.Error.WriteLine($"Running the evals of {Near.Path(terminal.Folder, folder)} unchanged, to measure their noise …");
                terminal.RunTests(folder);
            });
        }

        var result = PlanCommand.Execute(request, new YamlLanguage());
        if (terminal.ShowAny(result.Problems))
        {
            return ExitCode.Failed;
        }

        _json.Show(parsed, terminal, string.Join('\n', result.Plans.Select(p => PlanReport.Write(p, terminal.Width))), () => Json(result));
        return result.Plans.All(p => p.Slices.Count == 0) ? ExitCode.NotJudged : ExitCode.NothingBlocks;
    }

    private static string Json(PlanResult result) => JsonText.Of("plans", json =>
    {
        json.WriteStartArray("plans");
        foreach (var plan in result.Plans)
        {
            PlanJson.Write(json, plan);
        }

        json.WriteEndArray();
    });
}
