using System.CommandLine;
using System.Globalization;
using EvalGate.Commands;
using EvalGate.Tool.Options;
using EvalGate.Tool.Printing;

namespace EvalGate.Tool.Verbs;

/// <summary><c>evalgate recordings status</c></summary>
internal sealed class RecordingStatusVerb(Terminal terminal)
{
    private readonly RecordingOptions _options = new(terminal);
    private readonly JsonOption _json = new();

    public static Verb Create(Terminal terminal) => new RecordingStatusVerb(terminal).Build();

    private Verb Build()
    {
        var verb = new Verb("status", "Counts recordings, and lists which have expired, are of no use, are missing or damaged.")
        {
            Examples = [("evalgate recordings status --days 90", "What is older than a quarter counts as expired.")],
            Notes = ["Exit code 1 means that a replay would fail: a case without recording, or a damaged file."],
        };
        _options.AddTo(verb, withDays: true);
        verb.Add(_json.Option);
        verb.SetAction(Invoke);
        return verb;
    }

    private int Invoke(ParseResult parsed)
    {
        var suites = _options.Read(parsed);
        if (terminal.ShowAny(suites.Problems))
        {
            return ExitCode.Failed;
        }

        var text = suites.Censuses.Count == 0 ? "No suite has recordings.\n" : string.Join('\n', suites.Censuses.Select(RecordingText.Of));
        _json.Show(parsed, terminal, text, () => Json(suites.Censuses));
        return suites.Censuses.Any(c => c.Missing.Count + c.Damaged.Count > 0) ? ExitCode.Blocked : ExitCode.NothingBlocks;
    }

    private static string Json(IReadOnlyList<RecordingCensus> censuses) => JsonText.Of("recordings", json =>
    {
        json.WriteAll("suites", censuses, census =>
        {
            json.WriteString("suite", census.Suite.Suite.Name);
            json.WriteNumber("cases", census.Kept.Count);
            json.WriteNumber("calls", census.Kept.Sum(f => f.Case.Calls.Count));
            json.WriteString("expired_until", census.ExpiredUntil.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteTexts("expired", [.. census.Expired.Select(f => f.Case.CaseId)]);
            json.WriteTexts("orphans", [.. census.Orphans.Select(f => f.Case.CaseId)]);
            json.WriteTexts("surplus", [.. census.Surplus.Select(f => f.Case.CaseId)]);
            json.WriteTexts("missing", census.Missing);
            json.WriteTexts("damaged", census.Damaged);
        });
    });
}
