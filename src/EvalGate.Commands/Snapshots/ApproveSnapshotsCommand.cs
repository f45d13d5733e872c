using System.Globalization;
using EvalGate.Files;
using EvalGate.Model;
using EvalGate.Snapshots;

namespace EvalGate.Commands;

/// <summary>Approves or rejects changes that wait, all that fit a filter at once.</summary>
public static class ApproveSnapshotsCommand
{
    /// <summary>Approves.</summary>
    /// <param name="request">What, and by whom.</param>
    /// <param name="language">The language of suites.</param>
    /// <exception cref="FilesException">A file cannot be read or written.</exception>
    public static ApproveResult Accept(ApproveRequest request, ISuiteLanguage language) => Run(request, language, (state, changes) =>
    {
        var crowded = Approve(state, changes, request, "command");
        return Done(state, [.. changes.Where(c => !crowded.Contains(c.Case.Id, StringComparer.Ordinal))]) with { Crowded = crowded, Unstable = [.. request.Filter.Unstable(state).Select(c => c.Case.Id)] };
    });

    /// <summary>Rejects: what waits is deleted, and what is approved stays.</summary>
    /// <param name="request">What.</param>
    /// <param name="language">The language of suites.</param>
    /// <exception cref="FilesException">A file cannot be read or deleted.</exception>
    public static ApproveResult Reject(ApproveRequest request, ISuiteLanguage language) => Run(request, language, (state, changes) =>
    {
        Reject(state, changes);
        return Done(state, changes);
    });

    /// <summary>Applies decisions that somebody took one by one.</summary>
    /// <param name="state">A suite's snapshots.</param>
    /// <param name="accepted">What is approved.</param>
    /// <param name="rejected">What is rejected.</param>
    /// <param name="request">By whom.</param>
    /// <exception cref="FilesException">A file cannot be written or deleted.</exception>
    public static void Apply(SnapshotState state, IReadOnlyList<SnapshotChange> accepted, IReadOnlyList<SnapshotChange> rejected, ApproveRequest request)
    {
        Approve(state, accepted, request, "review");
        Reject(state, rejected);
    }

    private static IReadOnlyList<string> Approve(SnapshotState state, IReadOnlyList<SnapshotChange> changes, ApproveRequest request, string how) => SnapshotApproval.Execute(
        state.Folder,
        new(state.Suite, request.Now, request.Actor, how, request.Reason, [.. changes.Select(c => c.Run).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]),
        [.. changes.Select(c => new ApprovedOutput(c.Case.Id, c.InputHash, c.Received))],
        request.AsAlternative);

    private static void Reject(SnapshotState state, IReadOnlyList<SnapshotChange> changes)
    {
        foreach (var change in changes)
        {
            state.Folder.Clear(SnapshotName.Of(change.Case.Id));
        }
    }

    private static ApprovedSuite Done(SnapshotState state, IReadOnlyList<SnapshotChange> changes) =>
        new(state.Suite, [.. changes.Select(c => c.Case.Id)], state.Changes.Count - changes.Count);

    private static ApproveResult Run(ApproveRequest request, ISuiteLanguage language, Func<SnapshotState, IReadOnlyList<SnapshotChange>, ApprovedSuite> act)
    {
        var suites = SnapshotSuites.Read(request.Place, language);
        if (suites.Problems.Count > 0)
        {
            return new([.. suites.Problems.Select(p => p.ToString())], []);
        }

        var chosen = suites.States.Select(s => (State: s, Changes: request.Filter.Of(s))).ToArray();
        string[] problems = [.. ProblemsOf(request, suites.States, chosen.Sum(c => c.Changes.Count))];
        return problems.Length > 0 ? new(problems, []) : new([], [.. chosen.Select(c => act(c.State, c.Changes))]);
    }

    private static IEnumerable<string> ProblemsOf(ApproveRequest request, IReadOnlyList<SnapshotState> states, int count)
    {
        var filter = request.Filter;
        if (request.ExpectedCount is { } expected && expected != count)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{count} changes fit, not {expected}: nothing was changed. 'evalgate snapshots status' lists them.");
        }

        if (filter.IsEmpty && request.ExpectedCount is null && count > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{count} changes wait. Say which (--case, --group, --kind, --slice, --not-worse), or that it is all of them: --expect-count {count}.");
        }

        if (filter.Groups.Count > 0 && states.Count > 1)
        {
            yield return $"Letters of groups are those of one suite: name one of {string.Join(", ", states.Select(s => s.Suite))}.";
        }

        foreach (var problem in UnknownIn(filter, states))
        {
            yield return problem;
        }
    }

    /// <summary>What is named and is nowhere: a mistyped name fits nothing, which would read as done.</summary>
    private static IEnumerable<string> UnknownIn(ChangeFilter filter, IReadOnlyList<SnapshotState> states)
    {
        var letters = states.Count == 1 ? states[0].Groups.Select(g => g.Letter).ToArray() : null;
        foreach (var letter in filter.Groups.Where(l => letters?.Contains(l, StringComparer.OrdinalIgnoreCase) == false))
        {
            yield return $"There is no group '{ShownText.Of(letter)}'; {(letters!.Length == 0 ? "nothing waits for approval" : $"there are {string.Join(", ", letters)}")}. 'evalgate snapshots status' lists them.";
        }

        var attributes = states.SelectMany(s => s.Loaded.Suite.Attributes).Select(a => a.Name).Distinct(StringComparer.Ordinal).ToArray();
        foreach (var name in filter.Slices.Select(s => s.Attribute).Where(a => !attributes.Contains(a, StringComparer.Ordinal)))
        {
            yield return $"There is no slice attribute '{ShownText.Of(name)}'; {(attributes.Length == 0 ? "there are none" : $"there are {string.Join(", ", attributes)}")}.{Nearest.Hint(name, attributes)}";
        }

        foreach (var id in filter.Cases.Where(id => states.All(s => s.Changes.All(c => c.Case.Id != id))))
        {
            var waiting = states.SelectMany(s => s.Changes).Select(c => c.Case.Id).ToArray();
            yield return $"Nothing waits for approval of case '{ShownText.Of(id)}'.{Nearest.Hint(id, waiting)}";
        }
    }
}
