using EvalGate.Files;
using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Commands;

/// <summary>Which runs to accept.</summary>
public sealed record AcceptRunsRequest
{
    /// <summary>Where suites are looked for.</summary>
    public required string Folder { get; init; }

    /// <summary>The name of a suite; null for all.</summary>
    public string? Suite { get; init; }

    /// <summary>The folder of results, when it is not <c>TestResults/evalgate</c> of each project.</summary>
    public string? Results { get; init; }

    /// <summary>Who accepts.</summary>
    public required string AcceptedBy { get; init; }

    /// <summary>Why, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>Approves snapshots that block, too.</summary>
    public bool WithSnapshots { get; init; }
}

/// <summary>Makes what was run last the baseline: all complete runs of the same commit, build and stack, never the best of them.</summary>
public static class AcceptRunsCommand
{
    /// <summary>Says what would be accepted; <see cref="AcceptCommand.Write"/> accepts it.</summary>
    /// <param name="request">Which suites, and by whom.</param>
    /// <param name="language">The language of suites.</param>
    /// <returns>One acceptance per suite, or what stands against accepting any.</returns>
    /// <exception cref="FilesException">A file cannot be read.</exception>
    public static AcceptRunsResult Prepare(AcceptRunsRequest request, ISuiteLanguage language)
    {
        var selection = ProjectSuites.Select(request.Folder, request.Suite, language);
        var pools = selection.Suites.Select(s => (Suite: s, Pool: RunPool.Of(s, GateRunsCommand.ResultsOf(s, request.Results)))).ToArray();
        Diagnostic[] problems = [.. selection.Problems, .. pools.SelectMany(p => p.Pool.Problems)];
        if (problems.Length > 0)
        {
            return new(problems, []);
        }

        PreparedSuite[] prepared = [.. pools.Select(p => new PreparedSuite(
            p.Suite.Suite.Name, p.Pool.Runs, AcceptCommand.Prepare(p.Suite, p.Pool.Runs, request.AcceptedBy, request.Reason, request.WithSnapshots)))];
        return new([.. prepared.Select(p => p.Result.Acceptance).OfType<Refused>().SelectMany(r => r.Problems)], prepared);
    }
}

/// <summary>What would be accepted.</summary>
/// <param name="Problems">What stands against it; with any, nothing may be accepted.</param>
/// <param name="Suites">One per suite, by file.</param>
public sealed record AcceptRunsResult(IReadOnlyList<Diagnostic> Problems, IReadOnlyList<PreparedSuite> Suites);

/// <summary>What would become one suite's baseline.</summary>
/// <param name="Suite">The suite's name.</param>
/// <param name="Runs">The pooled runs, oldest first.</param>
/// <param name="Result">The acceptance, not yet written.</param>
public sealed record PreparedSuite(string Suite, IReadOnlyList<Run> Runs, AcceptResult Result);
