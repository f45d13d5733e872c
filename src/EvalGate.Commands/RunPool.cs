using EvalGate.Files;
using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Commands;

/// <summary>The runs that are accepted together: the newest complete one, and all complete ones of the same commit, build and stack.</summary>
/// <param name="Runs">Oldest first.</param>
/// <param name="Problems">Why there are none.</param>
internal sealed record RunPool(IReadOnlyList<Run> Runs, IReadOnlyList<Diagnostic> Problems)
{
    public static RunPool Of(LoadedSuite loaded, string results)
    {
        var complete = SuiteRuns.All(results, loaded.Suite.Name).Where(IsComplete).ToArray();
        if (complete is not [var newest, ..])
        {
            return Refuse(loaded, "there is no complete run. Run the evals: dotnet test, without a filter.");
        }

        var head = GitHead.Commit(loaded.Root.Folder);
        if (newest.Header.Commit is { } ran && head is not null && ran != head)
        {
            return Refuse(loaded, $"the newest complete run is of commit {ran[..7]}, and {head[..7]} is checked out. Run the evals again: dotnet test.");
        }

        if (newest.IsReplayed)
        {
            return new([newest], []);
        }

        // An older run with errors says nothing that a baseline could hold; the newest one is refused for them.
        var others = complete.Skip(1).Where(r => Reruns.MayBeSame(newest.Header, r.Header) && IsSameStack(newest, r) && r.Records.All(x => x.Errors.Count == 0 && !x.IsReplayed));
        return new([.. others.Prepend(newest).Reverse()], []);
    }

    /// <summary>Whether a run has every result it set out for.</summary>
    private static bool IsComplete(Run run) =>
        run.End is not null && run.Header.Shard is null && run.Records.Count >= run.Header.Cases * run.Header.Repetitions;

    private static bool IsSameStack(Run a, Run b) =>
        a.Stack.Count == b.Stack.Count && a.Stack.All(c => b.Stack.TryGetValue(c.Key, out var value) && value == c.Value);

    private static RunPool Refuse(LoadedSuite loaded, string reason) =>
        new([], [new(DiagnosticCodes.NotAcceptable, Severity.Error, $"{loaded.Suite.Name} cannot be accepted: {reason}", loaded.Suite.Gate!.Place)]);
}
