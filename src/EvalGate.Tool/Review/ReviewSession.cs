using System.Globalization;
using EvalGate.Commands;
using EvalGate.Snapshots;

namespace EvalGate.Tool.Review;

/// <summary>Goes through the changes of one suite, the worst group first, one representative at a time, and asks.</summary>
internal sealed class ReviewSession(Terminal terminal, SnapshotState state, ChangeFilter filter)
{
    private const string Keys = "a approve · A approve group · r reject · R reject group · s skip · S skip group · d diff tool · u undo · q finish";

    private readonly ReviewScreen _screen = new(terminal);
    private readonly ReviewDecisions _decisions = new();
    private readonly HashSet<SnapshotChange> _chosen = [.. filter.Of(state)];

    /// <summary>Asks until everything is decided, or somebody finishes.</summary>
    /// <returns>What was decided; null when it shall not be done.</returns>
    public ReviewDecisions? Run()
    {
        while (Next() is { } next)
        {
            _screen.Show(state, next.Group, next.Left);
            terminal.Out.WriteLine(Keys);
            if (!Ask(next.Group, next.Left))
            {
                break;
            }
        }

        return Confirmed() ? _decisions : null;
    }

    private (ChangeGroup Group, IReadOnlyList<SnapshotChange> Left)? Next()
    {
        foreach (var group in state.Groups)
        {
            SnapshotChange[] left = [.. group.Changes.Where(c => _chosen.Contains(c) && !_decisions.Has(c))];
            if (left.Length > 0)
            {
                return (group, left);
            }
        }

        return null;
    }

    /// <returns>False when somebody finishes.</returns>
    private bool Ask(ChangeGroup group, IReadOnlyList<SnapshotChange> left)
    {
        while (terminal.ReadKey() is { } key && key is not ('q' or '\u0003' or '\u0004'))
        {
            switch (key)
            {
                case 'a' or 'r' or 's':
                    return Decide(key, left.Take(1));
                case 'A' or 'R' or 'S':
                    return Decide(char.ToLowerInvariant(key), left);
                case 'u' when _decisions.Undo():
                    return true;
                case 'u':
                    terminal.Out.WriteLine("Nothing was decided yet.");
                    break;
                case 'd':
                    ShowInTool(left[0]);
                    break;
                default:
                    terminal.Out.WriteLine(Keys);
                    break;
            }
        }

        return false;
    }

    private bool Decide(char key, IEnumerable<SnapshotChange> changes)
    {
        _decisions.Add(key switch { 'a' => Decision.Accept, 'r' => Decision.Reject, _ => Decision.Skip }, changes);
        return true;
    }

    private void ShowInTool(SnapshotChange change)
    {
        var problem = terminal.OpenDiff(change.Verified ?? new("", change.Received.Extension), change.Received, SnapshotName.Of(change.Case.Id));
        terminal.Out.WriteLine(problem is null ? "Opened copies of both in the diff tool." : $"Not opened: {problem}.");
    }

    private bool Confirmed()
    {
        var (accepted, rejected) = (_decisions.Accepted.Count, _decisions.Rejected.Count);
        if (accepted + rejected == 0)
        {
            terminal.Out.WriteLine("Nothing was decided.");
            return false;
        }

        terminal.Out.Write(string.Create(CultureInfo.InvariantCulture, $"{state.Suite}: approve {accepted}, reject {rejected}, leave {state.Changes.Count - accepted - rejected}? [y/N] "));
        var isMeant = terminal.ReadKey() is 'y' or 'Y';
        terminal.Out.WriteLine(isMeant ? "yes" : "no: nothing was changed.");
        return isMeant;
    }
}
