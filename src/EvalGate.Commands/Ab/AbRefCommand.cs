using EvalGate.Datasets;
using EvalGate.Files;
using EvalGate.Model;

namespace EvalGate.Commands;

/// <summary>Which durations to compare with those of an earlier commit.</summary>
public sealed record AbRefRequest
{
    /// <summary>Which suites, and where.</summary>
    public required GateRunsRequest Suites { get; init; }

    /// <summary>The commit whose code stands for the baseline: any git revision.</summary>
    public required string Revision { get; init; }

    /// <summary>In how many parts the cases are run: after each, it is the other side's turn. Default 8.</summary>
    public int Blocks { get; init; } = 8;
}

/// <summary>Lets the code of two commits answer the cases in turn, and judges what came of it.</summary>
/// <remarks>
/// One process cannot hold two versions of the same code. So each side's tests run in processes of their own, part after part of the cases, and which side goes
/// first alternates: base, candidate, candidate, base. A machine that grows slower or faster does so for both.
/// </remarks>
public static class AbRefCommand
{
    private const int ShownHash = 7;

    /// <summary>Builds the earlier commit in a temporary worktree, runs both sides in turn and judges the candidate's run.</summary>
    /// <param name="request">Which suites, and the commit.</param>
    /// <param name="language">The language of suites.</param>
    /// <param name="machine">Builds and runs.</param>
    /// <param name="stop">Stops it; the worktree goes nevertheless.</param>
    /// <returns>One verdict per suite with a gate, or why nothing was run or nothing came of it.</returns>
    /// <exception cref="FilesException">A file cannot be read or written, or git makes no worktree.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static GateRunsResult Execute(AbRefRequest request, ISuiteLanguage language, AbMachine machine, CancellationToken stop)
    {
        var timed = TimedSuites.Select(request.Suites, language);
        if (timed.Problems.Count > 0)
        {
            return new(timed.Problems, []);
        }

        if (GitWorktree.CommitOf(request.Suites.Folder, request.Revision) is not { } commit)
        {
            return new([NoCommit(request)], []);
        }

        var problems = Run(new(request, commit, timed.Suites), language, machine, stop);
        return problems.Length > 0 ? new(problems, []) : GateRunsCommand.Execute(request.Suites, language);
    }

    private static Diagnostic[] Run(Session session, ISuiteLanguage language, AbMachine machine, CancellationToken stop)
    {
        using var worktree = GitWorktree.Open(session.Request.Suites.Folder, session.Commit);
        Diagnostic[] problems = [.. session.Suites.Where(s => !IsIn(worktree.Of(s.Root.Folder), s, language)).Select(s => NotThere(s, session))];
        problems = problems.Length > 0 ? problems : [.. session.Projects.SelectMany(p => Build(p, worktree, session, machine, stop))];
        if (problems.Length > 0)
        {
            return problems;
        }

        foreach (var block in session.Projects.SelectMany(p => session.Blocks(p, worktree)))
        {
            stop.ThrowIfCancellationRequested();
            machine.Run(block, stop);
        }

        return [.. session.Suites.Where(s => !InterleavedRun.Write(s, session.Request.Suites.Results, session.Side, worktree.Temporary)).Select(s => TimedSuites.WithoutRun(s, session.Side))];
    }

    private static bool IsIn(string folder, LoadedSuite suite, ISuiteLanguage language) =>
        Directory.Exists(folder) && ProjectSuites.Below(folder, language).Any(s => s.Suite?.Name == suite.Suite.Name);

    private static Diagnostic[] Build(string project, GitWorktree worktree, Session session, AbMachine machine, CancellationToken stop) =>
        machine.Build(session.Side, worktree.Of(project), stop) is { } output
            ? [new(DiagnosticCodes.TestsFailed, Severity.Error, $"{session.Side} does not build, so there is nothing to compare with. Name a commit that does, or compare with a variant in one program (--variant).\n{output}", new(project, 0, 0))]
            : [];

    private static Diagnostic NoCommit(AbRefRequest request) => new(
        DiagnosticCodes.UnknownName,
        Severity.Error,
        GitHead.Commit(request.Suites.Folder) is null
            ? "this is no git repository with a commit, so that there is no earlier code to compare with. Compare with a variant in one program (--variant)."
            : $"there is no commit '{ShownText.Of(request.Revision)}' here. Where the history was cut short, as CI does, fetch it first: git fetch origin {ShownText.Of(request.Revision)}, and name FETCH_HEAD.",
        new(request.Suites.Folder, 0, 0));

    private static Diagnostic NotThere(LoadedSuite suite, Session session) => new(
        DiagnosticCodes.UnknownName, Severity.Error, $"{session.Side} has no suite '{suite.Suite.Name}' in this project, so that its code cannot answer the cases. Name a commit that has it, or compare with a variant in one program (--variant).", suite.Suite.Place);

    /// <summary>What is compared with what.</summary>
    private sealed record Session(AbRefRequest Request, string Commit, IReadOnlyList<LoadedSuite> Suites)
    {
        /// <summary>The revision with the commit that it is today: runs against another one are another comparison.</summary>
        public string Side => Commit.StartsWith(Request.Revision, StringComparison.Ordinal) ? Commit[..ShownHash] : $"{Request.Revision}@{Commit[..ShownHash]}";

        public IEnumerable<string> Projects => Suites.Select(s => s.Root.Folder).Distinct(StringComparer.Ordinal);

        public IEnumerable<AbBlock> Blocks(string project, GitWorktree worktree)
        {
            var baseline = new AbBlock(Side, true, worktree.Of(project), new(1, 1), InterleavedRun.BaselineIn(worktree.Temporary));
            var candidate = new AbBlock("your code", false, project, new(1, 1), InterleavedRun.CandidateIn(worktree.Temporary));
            var parts = Math.Clamp(Suites.Max(s => s.Expected(null).Count()), 1, Request.Blocks);
            return Enumerable.Range(1, parts).Select(i => new Shard(i, parts)).SelectMany(part => part.Index % 2 == 1
                ? (AbBlock[])[baseline with { Part = part }, candidate with { Part = part }]
                : [candidate with { Part = part }, baseline with { Part = part }]);
        }
    }
}
