using EvalGate.Judges;
using EvalGate.Model;
using EvalGate.Slicing;

namespace EvalGate.Gating;

/// <summary>What accepting needs to know.</summary>
public sealed record AcceptInput
{
    /// <summary>The suite, with a gate.</summary>
    public required Suite Suite { get; init; }

    /// <summary>Today's cases.</summary>
    public required IReadOnlyList<Case> Cases { get; init; }

    /// <summary>The runs to pool, at least one: all complete runs of the same commit and stack, never the best of them.</summary>
    public required IReadOnlyList<Run> Runs { get; init; }

    /// <summary>Today's fingerprints of the components whose files are hashed.</summary>
    public required IReadOnlyDictionary<string, string> Components { get; init; }

    /// <summary>Who accepts.</summary>
    public required string AcceptedBy { get; init; }

    /// <summary>Why, or null.</summary>
    public string? Reason { get; init; }
}

/// <summary>What became of an acceptance.</summary>
public abstract record Acceptance
{
    /// <summary>Makes a baseline of runs, or says why they cannot be one.</summary>
    /// <param name="input">Suite, cases, runs and today's fingerprints.</param>
    public static Acceptance Of(AcceptInput input)
    {
        var problems = input.Runs.SelectMany(run => ProblemsOf(run, input)).Concat(Mixed(input.Runs)).Distinct(StringComparer.Ordinal)
            .Select(text => new Diagnostic(DiagnosticCodes.NotAcceptable, Severity.Error, text, input.Suite.Gate!.Place)).ToArray();
        return problems.Length > 0 ? new Refused(problems) : new Accepted(BaselineOf(input));
    }

    private static IEnumerable<string> ProblemsOf(Run run, AcceptInput input)
    {
        var name = input.Suite.Name;
        if (WholeRun.Incomplete(input.Suite, input.Cases, run) is { } reason)
        {
            yield return $"{name} cannot be accepted: {reason.Message}. To mend it, {reason.Remedy}.";
        }

        if (run.Records.FirstOrDefault(r => r.Errors.Count > 0) is { } erring)
        {
            yield return $"{name} cannot be accepted: {Errors(run.Records.Count(r => r.Errors.Count > 0))} "
                + $"({erring.CaseId}: {erring.Errors[0].Message}). A baseline holds answers only: mend what fails and run again.";
        }

        foreach (var problem in RunOrigin.ProblemsOf(input.Suite, input.Cases, run))
        {
            yield return $"{name} cannot be accepted: {problem}. Run again.";
        }

        foreach (var (component, hash) in input.Components.Where(c => run.Header.Stack.GetValueOrDefault(c.Key) != c.Value))
        {
            yield return $"{name} cannot be accepted: component '{component}' changed since the run (now {hash[..8]}). Run again.";
        }
    }

    private static string Errors(int count) => count == 1 ? "1 result is an error" : $"{count} results are errors";

    private static IEnumerable<string> Mixed(IReadOnlyList<Run> runs)
    {
        var stacks = runs.Select(r => string.Join(';', r.Stack.OrderBy(s => s.Key, StringComparer.Ordinal))).Distinct(StringComparer.Ordinal);
        if (stacks.Skip(1).Any() || runs.Select(r => r.Header.Commit).Distinct(StringComparer.Ordinal).Skip(1).Any())
        {
            yield return "Runs of different commits or stacks cannot be pooled. Run again.";
        }
    }

    private static Baseline BaselineOf(AcceptInput input)
    {
        var ruled = input.Suite.Gate!.Rules.Select(r => r.Metric).ToHashSet(StringComparer.Ordinal);
        var sources = input.Suite.Metrics.Where(m => ruled.Contains(m.Name)).SelectMany(m => m.Sources).ToHashSet(StringComparer.Ordinal);
        var metrics = input.Suite.Scored.Where(m => sources.Contains(m.Name)).ToArray();
        var records = input.Runs.OrderBy(r => r.Header.RunId, StringComparer.Ordinal)
            .SelectMany(r => r.Records.OrderBy(x => x.Repetition)).ToLookup(r => r.CaseId, StringComparer.Ordinal);
        var cases = input.Cases.Where(c => c.Status == CaseStatus.Active).OrderBy(c => c.Id, StringComparer.Ordinal)
            .Select(c => new BaselineCase(c.Id, c.Hash, metrics.ToDictionary(m => m.Name, m => ScoresOf(m, records[c.Id])))).ToArray();
        var last = input.Runs.MaxBy(r => r.Header.Started)!;
        return new()
        {
            Cases = cases,
            Header = new()
            {
                Suite = input.Suite.Name,
                Runs = [.. input.Runs.Select(r => r.Header.RunId).Order(StringComparer.Ordinal)],
                Commit = last.Header.Commit,
                Date = last.Header.Started,
                Stack = last.Stack,
                DatasetHash = last.Header.DatasetHash,
                Machine = last.Header.Machine,
                Metrics = metrics.ToDictionary(m => m.Name, m => new BaselineMetric(m.Fingerprint, IsRepeatable(m, cases, input.Runs.Count))),
                Slices = CensusFindings.Count(input.Cases, new CaseSlicer(input.Suite)),
                AcceptedBy = input.AcceptedBy,
                Reason = input.Reason,
            },
        };
    }

    /// <summary>What the baseline holds; where outputs are compared with its own, it is as good as itself.</summary>
    private static IReadOnlyList<double> ScoresOf(Metric metric, IEnumerable<RunRecord> records) => ModelScorers.ComparesWithApproved(metric)
        ? [.. records.Select(_ => ModelScorers.Neither)]
        : [.. records.Select(r => r.Scores.GetValueOrDefault(metric.Name)).OfType<double>()];

    /// <summary>Compared with itself, a baseline says nothing of whether a judge would say the same twice.</summary>
    private static bool? IsRepeatable(Metric metric, IEnumerable<BaselineCase> cases, int runs) =>
        runs < 2 || ModelScorers.ComparesWithApproved(metric) ? null : cases.All(c => c.Scores[metric.Name].Distinct().Take(2).Count() < 2);
}

/// <summary>The runs became a baseline.</summary>
/// <param name="Baseline">The baseline, not yet written.</param>
public sealed record Accepted(Baseline Baseline) : Acceptance;

/// <summary>The runs may not become a baseline.</summary>
/// <param name="Problems">Every reason, at the suite's gate.</param>
public sealed record Refused(IReadOnlyList<Diagnostic> Problems) : Acceptance;
