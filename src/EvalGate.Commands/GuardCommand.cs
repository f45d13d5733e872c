using EvalGate.Datasets;
using EvalGate.Files;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Reports;

namespace EvalGate.Commands;

/// <summary>Finds what a branch changes of that which judges it: suites, rules, cases, slices, baselines, waivers, workflows.</summary>
public static class GuardCommand
{
    private const string Workflows = ".github/workflows";

    /// <summary>Compares today's files with those where the branch began.</summary>
    /// <param name="folder">A folder of the repository, with the suites below.</param>
    /// <param name="branch">What the branch is to be merged into: any git revision.</param>
    /// <param name="language">The language of suites.</param>
    /// <exception cref="FilesException">A file cannot be read.</exception>
    public static GuardResult Execute(string folder, string branch, ISuiteLanguage language)
    {
        if (GitTree.MergeBase(folder, branch) is not { } start)
        {
            return new(null, [], "git knows no common commit with the branch it is merged into; check out with fetch-depth: 0");
        }

        using var tree = GitTree.Open(folder, start);
        var (before, after) = (Named(tree.Folder, language), Named(folder, language));
        return new(
            start,
            [
                .. before.Keys.Union(after.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).SelectMany(name => Of(name, before.GetValueOrDefault(name), after.GetValueOrDefault(name))),
                .. GitTree.Changed(folder, start, Workflows).Select(f => new GateChange(f, "changed", true)),
            ],
            null);
    }

    /// <summary>Suites by name; one that cannot be read goes by its file.</summary>
    private static Dictionary<string, CheckedSuite> Named(string folder, ISuiteLanguage language) => ProjectSuites.Below(folder, language)
        .GroupBy(s => s.Suite?.Name ?? s.Diagnostics[0].Place.File, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    private static IEnumerable<GateChange> Of(string name, CheckedSuite? before, CheckedSuite? after) => (before?.Suite, after?.Suite) switch
    {
        (_, null) => [new(name, after is null ? "the suite is gone" : "the suite cannot be read", true)],
        (null, { } suite) => [new(name, $"new suite with {Figures.Count(suite.Gate?.Rules.Count ?? 0, "rule")} and {Figures.Count(after!.Cases.Count, "case")}", false)],
        ({ } was, { } now) => Between(was, before!, now, after!),
    };

    private static IEnumerable<GateChange> Between(Suite was, CheckedSuite before, Suite now, CheckedSuite after)
    {
        var (old, current) = (BaselineOf(before), BaselineOf(after));
        return [.. SuiteChanges.Of(was, now), .. CaseChanges.Of(now, DatasetDiff.Of(now, before.Cases, after.Cases), old), .. CaseChanges.Of(now, old, current)];
    }

    private static Baseline? BaselineOf(CheckedSuite suite)
    {
        var loaded = LoadedSuite.Of(suite);
        return loaded.BaselinePath is { } path && loaded.Suite.Gate!.BaselineBranch is null ? (BaselineFile.Read(Path.Combine(suite.ProjectFolder, path), loaded.Suite.Name) as BaselineFound)?.Baseline : null;
    }
}

/// <summary>What a branch changes of that which judges it.</summary>
/// <param name="Start">The commit where the branch began; null when that is not known.</param>
/// <param name="Changes">By suite, then files.</param>
/// <param name="Problem">Why nothing can be said; null when something can.</param>
public sealed record GuardResult(string? Start, IReadOnlyList<GateChange> Changes, string? Problem);
