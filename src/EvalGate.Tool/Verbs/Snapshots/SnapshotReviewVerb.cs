using System.CommandLine;
using System.Globalization;
using EvalGate.Commands;
using EvalGate.Suites;
using EvalGate.Tool.Options;
using EvalGate.Tool.Review;

namespace EvalGate.Tool.Verbs;

/// <summary><c>evalgate snapshots review</c></summary>
internal sealed class SnapshotReviewVerb(Terminal terminal)
{
    private readonly SnapshotOptions _options = new(terminal);
    private readonly ChangeOptions _changes = new();

    public static Verb Create(Terminal terminal) => new SnapshotReviewVerb(terminal).Build();

    private Verb Build()
    {
        var verb = new Verb("review", "Shows changes, the worst first, and asks: this one, all that are alike, later, or no.")
        {
            Examples =
            [
                ("evalgate snapshots review", "Everything that waits."),
                ("evalgate snapshots review support --slice language=de --kind refusal", "German refusals first."),
            ],
            Notes = ["Nothing is changed before the end, when the decisions are counted and confirmed. Without a terminal, the commands that do the same without asking are printed."],
        };
        _options.AddPlaceTo(verb);
        verb.AddAll(_changes.All);

        _options.AddActorTo(verb);
        verb.SetAction(Invoke);
        return verb;
    }

    private int Invoke(ParseResult parsed)
    {
        var request = _options.Request(parsed, terminal, _changes.Filter(parsed));
        var suites = SnapshotSuites.Read(request.Place, new YamlLanguage());
        if (terminal.ShowAny(suites.Problems))
        {
            return ExitCode.Failed;
        }

        var waiting = suites.States.Where(s => request.Filter.Of(s).Count > 0).ToArray();
        if (waiting.Length == 0)
        {
            terminal.Out.WriteLine("Nothing waits for approval.");
            return ExitCode.NothingBlocks;
        }

        if (!terminal.IsInteractive)
        {
            Refuse(waiting);
            return ExitCode.Failed;
        }

        foreach (var state in waiting)
        {
            Review(state, request);
        }

        return SnapshotSuites.Read(request.Place, new YamlLanguage()).States.Any(s => s.Blocking > 0) ? ExitCode.Blocked : ExitCode.NothingBlocks;
    }

    private void Review(SnapshotState state, ApproveRequest request)
    {
        if (new ReviewSession(terminal, state, request.Filter).Run() is { } decided)
        {
            ApproveSnapshotsCommand.Apply(state, decided.Accepted, decided.Rejected, request);
        }
    }

    private void Refuse(IReadOnlyList<SnapshotState> waiting)
    {
        terminal.Error.WriteLine("error: review asks, and nobody is here to answer. The same without asking, group by group:");
        foreach (var (state, group) in waiting.SelectMany(s => s.Groups.Select(g => (s, g))))
        {
            terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  evalgate snapshots accept {state.Suite} --group {group.Letter} --expect-count {group.Changes.Count}   # {SnapshotWords.Of(group.Kind)}: {group.Title}"));
        }

        terminal.Error.WriteLine("or 'reject' in place of 'accept'. 'evalgate snapshots status --json' has every difference.");
    }
}
