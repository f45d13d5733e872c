using System.CommandLine;
using EvalGate.Commands;
using EvalGate.Suites;
using EvalGate.Tool.Options;
using EvalGate.Tool.Printing;

namespace EvalGate.Tool.Verbs;

/// <summary><c>evalgate snapshots status</c></summary>
internal sealed class SnapshotStatusVerb(Terminal terminal)
{
    private readonly SnapshotOptions _options = new(terminal);
    private readonly JsonOption _json = new();

    public static Verb Create(Terminal terminal) => new SnapshotStatusVerb(terminal).Build();

    private Verb Build()
    {
        var verb = new Verb("status", "Lists what waits for approval, in groups of changes that are alike, the worst kind first.")
        {
            Examples =
            [
                ("evalgate snapshots status", "Every suite."),
                ("evalgate snapshots status support --json", "Every change with its differences and scores, for scripts."),
            ],
            Notes = ["Exit code 1 means that something waits that fails tests."],
        };
        _options.AddPlaceTo(verb);
        verb.Add(_json.Option);
        verb.SetAction(Invoke);
        return verb;
    }

    private int Invoke(ParseResult parsed)
    {
        var suites = SnapshotSuites.Read(_options.Place(parsed, terminal), new YamlLanguage());
        if (terminal.ShowAny(suites.Problems))
        {
            return ExitCode.Failed;
        }

        _json.Show(parsed, terminal, string.Join('\n', suites.States.Select(s => StatusText.Of(s, terminal.Width))), () => StatusText.Json(suites.States));
        return suites.States.Any(s => s.Blocking > 0) ? ExitCode.Blocked : ExitCode.NothingBlocks;
    }
}
