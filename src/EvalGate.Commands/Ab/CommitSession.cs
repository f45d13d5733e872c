using EvalGate.Datasets;
using EvalGate.Files;
using EvalGate.Model;

namespace EvalGate.Commands;

/// <summary>An A/B session between a worktree and the files that people work on.</summary>
/// <param name="request">What was asked for.</param>
/// <param name="side">What people call the side of the worktree.</param>
/// <param name="suites">The suites.</param>
/// <param name="worktree">The earlier commit.</param>
/// <param name="machine">Builds and runs.</param>
internal sealed class CommitSession(AbRefRequest request, string side, IReadOnlyList<LoadedSuite> suites, GitWorktree worktree, AbMachine machine)
{
    private readonly IGrouping<string, LoadedSuite>[] _projects = [.. suites.GroupBy(s => s.Root.Folder, StringComparer.Ordinal)];

    /// <summary>Builds the worktree, runs both sides in turn and writes the runs of the session.</summary>
    /// <param name="language">The language of suites.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>Why there are none.</returns>
    public IReadOnlyList<Diagnostic> Hold(ISuiteLanguage language, CancellationToken stop)
    {
        Diagnostic[] problems = [.. suites.Where(s => !IsThere(s, language)).Select(NotThere)];
        return problems.Length > 0 ? problems
            : _projects.Select(p => Build(p.Key, stop)).FirstOrDefault(p => p is not null) is { } broken ? [broken]
            : _projects.Select(p => Run(p.Key, [.. p], stop)).FirstOrDefault(p => p.Count > 0) ?? Write();
    }

    private bool IsThere(LoadedSuite suite, ISuiteLanguage language)
    {
        var folder = worktree.Of(suite.Root.Folder);
        return Directory.Exists(folder) && ProjectSuites.Below(folder, language).Any(s => s.Suite?.Name == suite.Suite.Name);
    }

    private Diagnostic NotThere(LoadedSuite suite) => new(
        DiagnosticCodes.UnknownName, Severity.Error, $"{side} has no suite '{suite.Suite.Name}' in this project, so that its code cannot answer the cases. Name a commit that has it, or compare with a variant in one program (--variant).", suite.Suite.Place);

    private Diagnostic? Build(string project, CancellationToken stop) => machine.Build(side, worktree.Of(project), stop) is { } output
        ? new(DiagnosticCodes.TestsFailed, Severity.Error, $"{side} does not build, so there is nothing to compare with. Name a commit that does, or compare with a variant in one program (--variant).\n{output}", new(project, 0, 0))
        : null;

    /// <summary>Runs a project part by part. Where a part leaves no run of a suite, the next ones would only cost.</summary>
    private IReadOnlyList<Diagnostic> Run(string project, LoadedSuite[] own, CancellationToken stop)
    {
        var parts = Math.Clamp(own.Max(s => s.Expected(null).Count()), 1, request.Blocks);
        foreach (var part in Enumerable.Range(1, parts).Select(i => new Shard(i, parts)))
        {
            foreach (var block in Turns(project, part))
            {
                stop.ThrowIfCancellationRequested();
                machine.Run(block, stop);
            }

            LoadedSuite[] missing = [.. own.Where(s => s.Expected(part).Any() && !InterleavedRun.HasBegun(s, worktree.Temporary))];
            if (missing.Length > 0)
            {
                return [.. missing.Select(s => TimedSuites.WithoutRun(s, side))];
            }
        }

        return [];
    }

    private AbBlock[] Turns(string project, Shard part)
    {
        var baseline = new AbBlock(side, IsBaseline: true, worktree.Of(project), part, InterleavedRun.BaselineIn(worktree.Temporary));
        var candidate = new AbBlock("your code", IsBaseline: false, project, part, InterleavedRun.CandidateIn(worktree.Temporary));
        return part.Index % 2 == 1 ? [baseline, candidate] : [candidate, baseline];
    }

    private Diagnostic[] Write() =>
        [.. suites.Where(s => !InterleavedRun.Write(s, request.Suites.Results, side, worktree.Temporary)).Select(s => TimedSuites.WithoutRun(s, side))];
}
