using EvalGate.Datasets;
using EvalGate.Files;
using EvalGate.Model;

namespace EvalGate.Commands;

/// <summary>What happened to eval sets between git revisions.</summary>
public static class CaseHistory
{
    /// <summary>Compares a revision with another, or with today's files.</summary>
    /// <param name="folder">Where suites are looked for.</param>
    /// <param name="suite">The name of a suite; null for all.</param>
    /// <param name="revisions">The older revision, and the newer one; null for today's files.</param>
    /// <param name="language">The language of suites.</param>
    /// <exception cref="FilesException">A file cannot be read.</exception>
    public static HistoryResult Between(string folder, string? suite, (string From, string? To) revisions, ISuiteLanguage language)
    {
        var sets = CaseSets.ToEdit(folder, suite, language);
        return new(sets.Problems, [.. sets.Suites.Select(s => new SuiteHistory(s.Suite.Name, null, DatasetDiff.Of(s.Suite, At(s, revisions.From), revisions.To is { } to ? At(s, to) : s.Cases)))]);
    }

    /// <summary>The commits that changed eval sets, newest first, each with what it changed.</summary>
    /// <param name="folder">Where suites are looked for.</param>
    /// <param name="suite">The name of a suite; null for all.</param>
    /// <param name="most">Commits per suite at most.</param>
    /// <param name="language">The language of suites.</param>
    /// <exception cref="FilesException">A file cannot be read.</exception>
    public static HistoryResult Log(string folder, string? suite, int most, ISuiteLanguage language)
    {
        var sets = CaseSets.ToEdit(folder, suite, language);
        return new(sets.Problems, [.. sets.Suites.SelectMany(s => Of(s, most))]);
    }

    private static IEnumerable<SuiteHistory> Of(LoadedSuite loaded, int most) =>
        from commit in Files(loaded).SelectMany(f => GitLog.Of(f, most)).DistinctBy(c => c.Hash).OrderByDescending(c => c.Date)
        let diff = DatasetDiff.Of(loaded.Suite, At(loaded, $"{commit.Hash}^"), At(loaded, commit.Hash))
        where diff.Changes.Count > 0
        select new SuiteHistory(loaded.Suite.Name, commit, diff);

    private static IEnumerable<string> Files(LoadedSuite loaded) =>
        Glob.Find(loaded.Root.Folder, CaseFiles.Patterns(loaded.Suite)).Select(f => Path.Combine(loaded.Root.Folder, f));

    private static IReadOnlyList<Case> At(LoadedSuite loaded, string revision) => CasesReading.Join(
        Glob.Find(loaded.Root.Folder, CaseFiles.Patterns(loaded.Suite)).Where(f => !CaseFiles.IsYaml(f))
            .Select(f => CaseReader.ReadRevision(loaded.Root.Folder, f, revision)).OfType<CasesReading>()).Cases;
}

/// <summary>What happened to eval sets.</summary>
/// <param name="Problems">Why nothing can be said.</param>
/// <param name="Suites">One per suite, or per suite and commit.</param>
public sealed record HistoryResult(IReadOnlyList<Diagnostic> Problems, IReadOnlyList<SuiteHistory> Suites);

/// <summary>What happened to one eval set.</summary>
/// <param name="Suite">The suite.</param>
/// <param name="Commit">The commit that did it; null for a comparison of two revisions.</param>
/// <param name="Diff">The changes.</param>
public sealed record SuiteHistory(string Suite, GitCommit? Commit, DatasetDiff Diff);
