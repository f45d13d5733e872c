using System.CommandLine;
using EvalGate.Commands;
using EvalGate.Suites;
using EvalGate.Tool.Options;

namespace EvalGate.Tool.Verbs;

/// <summary><c>evalgate coverage</c></summary>
internal sealed class CoverageVerb
{
    private readonly PlaceOptions _place = new();
    private readonly Argument<string?> _suite;
    private readonly ProductionOptions _production = new();
    private readonly Option<int?> _fewest = new("--fewest") { Description = "With fewer cases a slice is not covered. Default: what the suite says, or 30.", HelpName = "NUMBER" };
    private readonly Option<int> _suggest = new("--suggest") { Description = "Picks so many requests that are most worth a label.", HelpName = "NUMBER" };
    private readonly Option<string?> _weights = new("--weights") { Description = "Writes production's mix of the attribute that is furthest from it, for 'weights:' of the suite.", HelpName = "FILE.csv" };
    private readonly JsonOption _json = new();

    private CoverageVerb(Terminal terminal) => _suite = _place.Suite("SUITE", "A suite's name. Default: the only one.", terminal);

    public static Verb Create(Terminal terminal) => new CoverageVerb(terminal).Build(terminal);

    private Verb Build(Terminal terminal)
    {
        var verb = new Verb("coverage", "Says how much of what production sees the eval set covers, and what to label next.")
        {
            Examples =
            [
                ("evalgate coverage support --production requests.jsonl", "Traffic against cases per slice, the mix of each attribute, the unseen tail."),
                ("evalgate coverage support --production requests.jsonl --suggest 20", "The twenty requests most worth a label; 'cases promote' makes them cases."),
                ("evalgate coverage support --from 'postgresql://reader@db/shop?table=log' \\\n    --production \"select question as input, lang as language from requests\"", "Out of a database, or of Parquet and CSV files; nothing can be written."),
            ],
            Notes = ["Slices are ordered by traffic × risk; the risk is what the newest run of the suite says of the slice. Findings are warnings: the exit code is 0."],
        };
        verb.Add(_suite);
        verb.AddAll([.. _production.All, _fewest, _suggest, _weights, .. _place.All, _json.Option]);
        verb.SetAction(parsed => Invoke(parsed, terminal));
        return verb;
    }

    private int Invoke(ParseResult parsed, Terminal terminal)
    {
        var (rows, problems) = _production.Query(parsed, terminal);
        return terminal.ShowAny(problems) ? ExitCode.Failed : Measure(rows, parsed, terminal);
    }

    private int Measure(IReadOnlyList<string>? rows, ParseResult parsed, Terminal terminal)
    {
        var result = CoverageCommand.Execute(
            new()
            {
                Folder = _place.Folder(parsed, terminal),
                From = terminal.Folder,
                Suite = parsed.GetValue(_suite),
                Production = _production.File(parsed),
                Rows = rows,
                Results = _place.Results(parsed, terminal),
                FewestCases = parsed.GetValue(_fewest),
                Suggest = parsed.GetValue(_suggest),
                Weights = parsed.GetValue(_weights) is { } file ? Path.GetFullPath(file, terminal.Folder) : null,
            },
            new YamlLanguage());
        terminal.ShowAny(result.Problems);
        if (result.Report is not { } report)
        {
            return ExitCode.Failed;
        }

        _json.Show(parsed, terminal, CoverageText.Of(result, report), () => CoverageText.Json(result, report));
        return ExitCode.NothingBlocks;
    }
}
