using EvalGate.Datasets;
using EvalGate.Files;
using EvalGate.Model;

namespace EvalGate.Commands;

/// <summary>Counts eval sets.</summary>
public static class CaseStatsCommand
{
    /// <summary>Counts.</summary>
    /// <param name="folder">Where suites are looked for.</param>
    /// <param name="suite">The name of a suite; null for all.</param>
    /// <param name="today">Today.</param>
    /// <param name="language">The language of suites.</param>
    /// <exception cref="FilesException">A file cannot be read.</exception>
    public static CaseStatsResult Execute(string folder, string? suite, DateOnly today, ISuiteLanguage language)
    {
        var sets = CaseSets.ToEdit(folder, suite, language);
        return new(sets.Problems, [.. sets.Suites.Select(s => DatasetStats.Of(s.Suite, s.Cases, today))]);
    }
}

/// <summary>Eval sets in numbers.</summary>
/// <param name="Problems">Why there are none.</param>
/// <param name="Suites">One per suite.</param>
public sealed record CaseStatsResult(IReadOnlyList<Diagnostic> Problems, IReadOnlyList<DatasetStats> Suites);
