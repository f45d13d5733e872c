using System.CommandLine;
using EvalGate.Commands;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Reports;
using EvalGate.Suites;
using EvalGate.Tool.Options;
using EvalGate.Tool.Printing;

namespace EvalGate.Tool.Verbs;

/// <summary><c>evalgate snapshots accept</c> and <c>reject</c></summary>
internal sealed class SnapshotDecideVerb
{
    private readonly Terminal _terminal;
    private readonly bool _accepts;
    private readonly SnapshotOptions _options;
    private readonly ChangeOptions _changes = new();
    private readonly Option<bool> _alternative = new("--as-alternative") { Description = "Beside what is approved, not in its place; at most five.", Arity = ArgumentArity.Zero };
    private readonly Option<int?> _stability = new("--stability") { Description = "Only outputs that came out the same in so many results; the tests are run again until there are so many.", HelpName = "N" };
    private readonly JsonOption _json = new();

    private SnapshotDecideVerb(Terminal terminal, bool accepts) => (_terminal, _accepts, _options) = (terminal, accepts, new(terminal));

    public static Verb Accept(Terminal terminal) => new SnapshotDecideVerb(terminal, accepts: true).Build(
        "accept",
        "Approves changes without asking: all that fit what is said.",
        [
            ("evalgate snapshots accept --group B --expect-count 31 --reason \"renamed\"", "One group, if it is still as large as it was when somebody looked."),
            ("evalgate snapshots accept --not-worse --kind wording", "Other words, where no score of the case fell."),
            ("evalgate snapshots accept --kind new --stability 3", "New outputs that came out the same three times."),
        ]);

    public static Verb Reject(Terminal terminal) => new SnapshotDecideVerb(terminal, accepts: false).Build(
        "reject",
        "Deletes changes that wait: what is approved stays.",
        [("evalgate snapshots reject support --kind refusal", "The refusals; the next run brings them back while they last.")]);

    private Verb Build(string name, string description, IReadOnlyList<(string, string)> examples)
    {
        var verb = new Verb(name, description) { Examples = examples };
        _options.AddPlaceTo(verb);
        verb.AddAll([.. _changes.All, .. _accepts ? [_stability, _alternative] : Array.Empty<Option>(), _json.Option]);

        if (_accepts)
        {
            _options.AddActorTo(verb);
        }

        verb.SetAction(Invoke);
        return verb;
    }

    private int Invoke(ParseResult parsed)
    {
        var stability = _accepts ? parsed.GetValue(_stability) ?? 0 : 0;
        var request = _options.Request(parsed, _terminal, _changes.Filter(parsed) with { Stability = stability }) with
        {
            ExpectedCount = _changes.Expected(parsed),
            AsAlternative = _accepts && parsed.GetValue(_alternative),
        };
        var language = new YamlLanguage();
        if (stability > 1)
        {
            StabilityRuns.Make(request, _terminal, language);
        }

        var result = _accepts ? ApproveSnapshotsCommand.Accept(request, language) : ApproveSnapshotsCommand.Reject(request, language);
        if (_terminal.ShowAny(result.Problems))
        {
            return ExitCode.Failed;
        }

        _json.Show(parsed, _terminal, string.Concat(result.Suites.Select(Text)), () => Json(result));
        return result.Suites.Any(s => s.Unstable.Count + s.Crowded.Count > 0) ? ExitCode.Blocked : ExitCode.NothingBlocks;
    }

    private string Text(ApprovedSuite suite) => string.Concat(
        $"{suite.Suite}: {Figures.Count(suite.Cases.Count, "output")} {(_accepts ? "approved" : "rejected")}, {suite.Left} left\n",
        Named(suite.Unstable, "not approved, as the output was not always the same, or seen too seldom"),
        Named(suite.Crowded, "not approved, as there are five alternatives already"));

    private static string Named(IReadOnlyList<string> cases, string why) =>
        cases.Count == 0 ? "" : $"  {Figures.Count(cases.Count, "output")} {why}: {SnapshotWords.Some(cases)}\n";

    private string Json(ApproveResult result) => JsonText.Of(_accepts ? "accepted_snapshots" : "rejected_snapshots", json =>
    {
        json.WriteAll("suites", result.Suites, suite =>
        {
            json.WriteString("suite", suite.Suite);
            json.WriteTexts("cases", suite.Cases);
            json.WriteTexts("unstable", suite.Unstable);
            json.WriteTexts("crowded", suite.Crowded);
            json.WriteNumber("left", suite.Left);
        });
    });
}
