using System.CommandLine;
using EvalGate.Commands;

namespace EvalGate.Tool.Options;

/// <summary>The suite whose snapshots are meant, where it is, and who acts.</summary>
internal sealed class SnapshotOptions
{
    private readonly PlaceOptions _place = new();
    private readonly Argument<string?> _suite;
    private readonly Option<string?> _reason = new("--reason") { Description = "Why; kept with the approvals.", HelpName = "TEXT" };
    private readonly Option<string?> _actor = new("--actor") { Description = "Who approves, where that is not the user of this machine; agents and scripts name themselves.", HelpName = "NAME" };

    public SnapshotOptions(Terminal terminal) => _suite = _place.Suite("SUITE", "A suite's name. Default: every suite with snapshots.", terminal);

    /// <summary>Adds the suite and where it is.</summary>
    public void AddPlaceTo(Command command)
    {
        command.Add(_suite);
        foreach (var option in _place.All)
        {
            command.Add(option);
        }
    }

    /// <summary>Adds who and why.</summary>
    public void AddActorTo(Command command)
    {
        command.Add(_reason);
        command.Add(_actor);
    }

    public SnapshotPlace Place(ParseResult parsed, Terminal terminal) => new(_place.Folder(parsed, terminal), parsed.GetValue(_suite), _place.Results(parsed, terminal));

    public ApproveRequest Request(ParseResult parsed, Terminal terminal, ChangeFilter filter) => new()
    {
        Place = Place(parsed, terminal),
        Filter = filter,
        Actor = parsed.GetValue(_actor) ?? (terminal.User.Length > 0 ? terminal.User : "unknown"),
        Reason = parsed.GetValue(_reason),
        Now = terminal.Clock.GetUtcNow(),
    };
}
