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

        using var worktree = GitWorktree.Open(request.Suites.Folder, commit);
        var problems = new CommitSession(request, SideOf(request.Revision, commit), timed.Suites, worktree, machine).Hold(language, stop);
        return problems.Count > 0 ? new(problems, []) : GateRunsCommand.Execute(request.Suites, language);
    }

    /// <summary>The revision with the commit that it is today: runs against another one are another comparison.</summary>
    private static string SideOf(string revision, string commit) =>
        commit.StartsWith(revision, StringComparison.Ordinal) ? commit[..ShownHash] : $"{revision}@{commit[..ShownHash]}";

    private static Diagnostic NoCommit(AbRefRequest request) => new(
        DiagnosticCodes.UnknownName,
        Severity.Error,
        GitHead.Commit(request.Suites.Folder) is null
            ? "this is no git repository with a commit, so that there is no earlier code to compare with. Compare with a variant in one program (--variant)."
            : $"there is no commit '{ShownText.Of(request.Revision)}' here. Where the history was cut short, as CI does, fetch it first: git fetch origin {ShownText.Of(request.Revision)}, and name FETCH_HEAD.",
        new(request.Suites.Folder, 0, 0));
}
