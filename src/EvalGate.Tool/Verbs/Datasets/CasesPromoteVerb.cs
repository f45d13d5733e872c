using System.CommandLine;
using EvalGate.Commands;
using EvalGate.Datasets;
using EvalGate.Model;
using EvalGate.Suites;
using EvalGate.Tool.Options;

namespace EvalGate.Tool.Verbs;

/// <summary><c>evalgate cases promote</c></summary>
internal sealed class CasesPromoteVerb
{
    private readonly Argument<string> _log = new("LOG") { Description = "Requests of production: one JSON object a line, with 'id' and 'input', and slice values." };
    private readonly Option<string> _id = new("--id") { Description = "The request.", HelpName = "ID", Required = true };
    private readonly Option<string[]> _expected = new("--expected") { Description = "What would have been right: JSON, or KEY=VALUE for each member of an object.", HelpName = "VALUE", Required = true };
    private readonly Option<string?> _as = new("--as") { Description = "The new case's id. Default: the request's.", HelpName = "ID" };
    private readonly Option<string[]> _slices = new("--slice") { Description = "A declared slice value in place of the request's own; repeat it for several.", HelpName = "ATTRIBUTE=VALUE" };
    private readonly Option<string?> _group = new("--group") { Description = "The group that the case belongs to.", HelpName = "NAME" };
    private readonly Option<string[]> _redact = new("--redact") { Description = "A further kind of text to take out, as a regular expression.", HelpName = "NAME=PATTERN" };
    private readonly CaseOptions _options = new();
    private readonly CaseAddition _addition = new();

    public static Verb Create(Terminal terminal) => new CasesPromoteVerb().Build(terminal);

    private Verb Build(Terminal terminal)
    {
        var verb = new Verb("promote", "Makes a request that production saw a case, without personal data.")
        {
            Examples =
            [
                ("evalgate cases promote log.jsonl --id r-1042 --expected intent=warranty", "Mail addresses, telephone, card and account numbers and keys are taken out; source and slices are kept."),
                ("evalgate cases promote log.jsonl --id r-1042 --expected intent=warranty \\\n  --redact order='NL-[0-9]{6}'", "Takes order numbers out as well."),
            ],
            Notes = ["Names and street addresses are not recognised: read the new line before you commit it."],
        };
        verb.Add(_log);
        _options.AddTo(verb, _id, _expected, _as, _slices, _group, _redact, _addition.Yes);
        verb.SetAction(parsed => Invoke(parsed, terminal));
        return verb;
    }

    private int Invoke(ParseResult parsed, Terminal terminal)
    {
        var problems = new List<Diagnostic>();
        var request = new PromoteRequest
        {
            Folder = _options.Folder(parsed, terminal),
            Suite = _options.Suite(parsed),
            Log = Path.GetFullPath(parsed.GetRequiredValue(_log), terminal.Folder),
            LogName = parsed.GetRequiredValue(_log),
            RequestId = parsed.GetRequiredValue(_id),
            Id = parsed.GetValue(_as),
            Expected = JsonValueText.Read("--expected", parsed.GetValue(_expected) ?? [], problems),
            Slices = CaseOptions.Slices(parsed.GetValue(_slices) ?? [], problems),
            Group = parsed.GetValue(_group),
            Redaction = Redaction(parsed.GetValue(_redact) ?? [], problems),
            Today = CaseOptions.Today(terminal),
        };
        return _addition.Finish(parsed, terminal, _options, problems.Count > 0 ? new() { Problems = problems } : PromoteCommand.Prepare(request, new YamlLanguage()));
    }

    private static SensitiveText Redaction(string[] rules, List<Diagnostic> problems)
    {
        var pairs = rules.Select(r => (Text: r, At: r.IndexOf('=', StringComparison.Ordinal))).ToArray();
        problems.AddRange(pairs.Where(p => p.At < 1 || !IsPattern(p.Text[(p.At + 1)..])).Select(p => new Diagnostic(DiagnosticCodes.WrongValue, Severity.Error, $"'{ShownText.Of(p.Text)}' is no rule: write NAME=PATTERN, the pattern as a .NET regular expression.", new("--redact", 0, 0))));
        return problems.Count > 0 ? SensitiveText.Usual : SensitiveText.Usual.With(pairs.Select(p => KeyValuePair.Create(p.Text[..p.At], p.Text[(p.At + 1)..])));
    }

    private static bool IsPattern(string text)
    {
        try
        {
            return BoundedRegex.Of(text) is not null;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
