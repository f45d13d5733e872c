using System.CommandLine;
using EvalGate.Commands;
using EvalGate.Html;
using EvalGate.Reports;
using EvalGate.Suites;
using EvalGate.Tool.Options;

namespace EvalGate.Tool.Verbs;

/// <summary><c>evalgate report</c></summary>
internal sealed class ReportVerb
{
    private readonly PlaceOptions _place = new();
    private readonly Argument<string?> _suite;
    private readonly Option<string?> _run = new("--run") { Description = "A run in place of the newest one.", HelpName = "FILE.jsonl" };
    private readonly Option<bool> _open = new("--open") { Description = "Opens the report in the browser.", Arity = ArgumentArity.Zero };
    private readonly Option<string?> _output = new("--output", "-o") { Description = "Where the report goes. Default: report.html beside the run.", HelpName = "FILE.html" };

    private ReportVerb(Terminal terminal) => _suite = _place.Suite("SUITE", "A suite's name. Default: every suite.", terminal);

    public static Verb Create(Terminal terminal) => new ReportVerb(terminal).Build(terminal);

    private Verb Build(Terminal terminal)
    {
        var verb = new Verb("report", "Writes a run as one HTML file: verdict, plots, history, every case.")
        {
            Examples =
            [
                ("evalgate report --open", "The newest run of every suite of this project."),
                ("evalgate report support -o support.html", "One suite, to send to somebody: the file needs nothing beside itself."),
                ("evalgate report --run merged.jsonl --project src/HelpDesk", "A run from elsewhere."),
            ],
            Notes = ["Judges again, as 'evalgate gate' does, and ends with the same exit code. Beside the run it also writes verdict.json, report.md, verdict.sarif for code scanning, verdict.junit.xml for CI systems and comparisons.csv."],
        };
        verb.Add(_suite);
        verb.AddAll([.. _place.All, _run, _open, _output]);
        verb.SetAction(parsed => Invoke(parsed, terminal));
        return verb;
    }

    private int Invoke(ParseResult parsed, Terminal terminal)
    {
        var result = ReportCommand.Execute(
            new()
            {
                Folder = _place.Folder(parsed, terminal),
                Target = parsed.GetValue(_run) is { } run ? Path.GetFullPath(run, terminal.Folder) : parsed.GetValue(_suite),
                Results = _place.Results(parsed, terminal),
            },
            parsed.GetValue(_output) is { } output ? Path.GetFullPath(output, terminal.Folder) : null,
            new YamlLanguage(),
            HtmlReport.Write);
        if (terminal.ShowAny(result.Problems))
        {
            return ExitCode.Failed;
        }

        foreach (var suite in result.Suites)
        {
            Show(suite, terminal, parsed.GetValue(_open));
        }

        return ExitCode.Worst(result.Suites.Select(s => s.Suite.Verdict));
    }

    private static void Show(ReportedSuite suite, Terminal terminal, bool open)
    {
        terminal.Show(TextReport.Headline(suite.Suite.Verdict) + "\n");
        if (suite.Page is { } page)
        {
            terminal.Out.WriteLine($"  {Near.Path(terminal.Folder, page)}");
            if (open)
            {
                terminal.OpenFile(page);
            }
        }
    }
}
