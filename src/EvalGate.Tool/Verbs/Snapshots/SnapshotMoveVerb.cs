using System.CommandLine;
using EvalGate.Commands;
using EvalGate.Suites;
using EvalGate.Tool.Options;

namespace EvalGate.Tool.Verbs;

/// <summary><c>evalgate snapshots mv</c></summary>
internal sealed class SnapshotMoveVerb(Terminal terminal)
{
    private readonly PlaceOptions _place = new();
    private readonly Argument<string> _suite = new("SUITE") { Description = "The suite's name." };
    private readonly Argument<string> _from = new("FROM") { Description = "The id that the case had." };
    private readonly Argument<string> _to = new("TO") { Description = "The id that it has now." };

    public static Verb Create(Terminal terminal) => new SnapshotMoveVerb(terminal).Build();

    private Verb Build()
    {
        var verb = new Verb("mv", "Keeps what is approved for a case that got another id.")
        {
            Examples = [("evalgate snapshots mv support refund-1 refund-en-001", "'prune' offers this where both have the same output.")],
        };
        verb.Add(_suite);
        verb.Add(_from);
        verb.Add(_to);
        verb.AddAll(_place.All);
        verb.SetAction(Invoke);
        return verb;
    }

    private int Invoke(ParseResult parsed)
    {
        var (from, to) = (parsed.GetRequiredValue(_from), parsed.GetRequiredValue(_to));
        var suites = SnapshotSuites.Read(new(_place.Folder(parsed, terminal), parsed.GetRequiredValue(_suite), _place.Results(parsed, terminal)), new YamlLanguage());
        if (terminal.ShowAny(suites.Problems))
        {
            return ExitCode.Failed;
        }

        if (TidySnapshotsCommand.Move(suites.States[0], from, to) is { } problem)
        {
            terminal.Error.WriteLine($"error: {problem}");
            return ExitCode.Failed;
        }

        terminal.Out.WriteLine($"{suites.States[0].Suite}: what was approved for {from} is approved for {to}");
        return ExitCode.NothingBlocks;
    }
}
