using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using EvalGate.Commands;
using EvalGate.Datasets;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Suites;
using EvalGate.Tool.Options;
using EvalGate.Tool.Printing;

namespace EvalGate.Tool.Verbs;

/// <summary><c>evalgate leakage</c></summary>
internal sealed class LeakageVerb
{
    private readonly PlaceOptions _place = new();
    private readonly Argument<string?> _suite;
    private readonly Option<string[]> _against = new("--against") { Description = "Files that must not hold cases: paths, or quoted patterns. Default: the suite's components, and 'against' of its 'leakage:'.", HelpName = "FILES", AllowMultipleArgumentsPerToken = true };
    private readonly Option<bool> _expected = new("--expected") { Description = "Looks for expected values too. A knowledge base rightly holds answers; training data must not.", Arity = ArgumentArity.Zero };
    private readonly Option<string?> _canary = new("--canary") { Description = "A text that stands in every eval file, such as a GUID, and nowhere else.", HelpName = "TEXT" };
    private readonly Option<bool> _retire = new("--retire") { Description = "Retires the cases that leaked as a whole, with the place as the reason.", Arity = ArgumentArity.Zero };
    private readonly JsonOption _json = new();

    private LeakageVerb(Terminal terminal) => _suite = _place.Suite("SUITE", "A suite's name. Default: the only one.", terminal);

    public static Verb Create(Terminal terminal) => new LeakageVerb(terminal).Build(terminal);

    private Verb Build(Terminal terminal)
    {
        var verb = new Verb("leakage", "Finds cases in prompts, few-shots, training data and indexes: what leaked is remembered, not solved.")
        {
            Examples =
            [
                ("evalgate leakage support", "Scans the components of the stack: prompts, knowledge base, word lists."),
                ("evalgate leakage support --against 'train/**/*.jsonl' --expected", "Scans training data, for answers as well as questions."),
            ],
            Notes =
            [
                "Found are copies that are verbatim, re-cased, embedded in other text or lightly edited, and runs of 13 words. Inputs under 6 words are not looked for. In JSON Lines, CSV and TSV every line is a document. Copies are planted in every scan; when one of them is missed the scan counts for nothing (exit code 2).",
            ],
        };
        verb.Add(_suite);
        verb.AddAll([_against, _expected, _canary, _retire, .. _place.All, _json.Option]);
        verb.SetAction(parsed => Invoke(parsed, terminal));
        return verb;
    }

    private int Invoke(ParseResult parsed, Terminal terminal)
    {
        var request = new LeakageRequest
        {
            Folder = _place.Folder(parsed, terminal),
            From = terminal.Folder,
            Suite = parsed.GetValue(_suite),
            Against = parsed.GetValue(_against) ?? [],
            WithExpected = parsed.GetValue(_expected),
            Canary = parsed.GetValue(_canary),
            Results = _place.Results(parsed, terminal),
        };
        var result = LeakageCommand.Execute(request, new YamlLanguage());
        if (terminal.ShowAny(result.Problems))
        {
            return ExitCode.Failed;
        }

        _json.Show(parsed, terminal, Text(result), () => Json(result));
        return parsed.GetValue(_retire) ? Retire(request, result, terminal) : Code(result);
    }

    private static int Code(LeakageResult result) =>
        !result.Control.Holds ? ExitCode.NotJudged : result.Findings.Any(f => f.Severity == Severity.Error) ? ExitCode.Blocked : ExitCode.NothingBlocks;

    private static int Retire(LeakageRequest request, LeakageResult result, Terminal terminal)
    {
        foreach (var leak in result.Leaks.Where(l => result.Leaked.Contains(l.Text.CaseId)).DistinctBy(l => l.Text.CaseId))
        {
            var edited = EditCasesCommand.Execute(
                new() { Folder = request.Folder, From = terminal.Folder, Suite = result.Suite, Ids = [leak.Text.CaseId], Step = new RetireStep(string.Create(CultureInfo.InvariantCulture, $"leaked into {leak.File}, line {leak.Line}")) },
                new YamlLanguage());
            if (terminal.ShowAny(edited.Problems))
            {
                return ExitCode.Failed;
            }
        }

        return result.Control.Holds ? ExitCode.NothingBlocks : ExitCode.NotJudged;
    }

    private static string Text(LeakageResult result)
    {
        var text = new StringBuilder(string.Concat(result.Findings.Select(f => $"{f}\n")));
        text.Append(CultureInfo.InvariantCulture, $"{result.Suite}: {result.Sought} texts looked for in {Figures.Count(result.Files, "file")} ({result.Bytes / 1e6:0.0} MB): {Figures.Count(result.Leaked.Count, "case")} leaked. Control: {result.Control.Found} of {result.Control.Planted} planted copies found.");
        text.Append(result.TooShort > 0 ? string.Create(CultureInfo.InvariantCulture, $" {result.TooShort} texts are too short to be looked for.\n") : "\n");
        foreach (var effect in result.Effects)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {effect.Metric.Name} of the newest run: {effect.With:0.000} with the leaked cases, {effect.Without:0.000} without\n");
        }

        return text.ToString();
    }

    private static string Json(LeakageResult result) => JsonText.Of("leakage", json =>
    {
        json.WriteString("suite", result.Suite);
        json.WriteNumber("files", result.Files);
        json.WriteNumber("bytes", result.Bytes);
        json.WriteNumber("planted", result.Control.Planted);
        json.WriteNumber("planted_found", result.Control.Found);
        json.WriteTexts("leaked", result.Leaked);
        json.WriteStartArray("leaks");
        foreach (var leak in result.Leaks)
        {
            Write(json, leak);
        }

        json.WriteEndArray();
        json.WriteStartArray("effects");
        foreach (var effect in result.Effects)
        {
            json.WriteStartObject();
            json.WriteString("metric", effect.Metric.Name);
            json.WriteNumber("with", effect.With);
            json.WriteNumber("without", effect.Without);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteDiagnostics(result.Findings);
    });

    private static void Write(Utf8JsonWriter json, Leak leak)
    {
        json.WriteStartObject();
        json.WriteString("case", leak.Text.CaseId);
        json.WriteString("path", leak.Text.Path);
        json.WriteString("kind", JsonNamingPolicy.SnakeCaseLower.ConvertName(leak.Kind.ToString()));
        json.WriteString("file", leak.File);
        json.WriteNumber("line", leak.Line);
        json.WriteNumber("longest", leak.Longest);
        json.WriteNumber("coverage", leak.Coverage);
        json.WriteString("excerpt", leak.Excerpt);
        json.WriteEndObject();
    }
}
