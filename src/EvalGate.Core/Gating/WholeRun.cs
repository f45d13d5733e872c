using EvalGate.Datasets;
using EvalGate.Model;

namespace EvalGate.Gating;

/// <summary>What must hold before any slice is looked at.</summary>
internal static class WholeRun
{
    /// <summary>Why the run as a whole is not judged; null when it is.</summary>
    public static NotJudgedReason? ReasonAgainst(JudgeInput input) =>
        Foreign(input) ?? Incomplete(input.Suite, input.Cases, input.Run) ?? TooManyErrors(input) ?? WithoutBaseline(input) ?? OtherJudge(input) ?? WithoutSession(input);

    /// <summary>Why the run does not hold a result for every case; null when it does.</summary>
    public static NotJudgedReason? Incomplete(Suite suite, IReadOnlyList<Case> cases, Run run) => CutOff(run) ?? Missing(suite, cases, run);

    private static NotJudgedReason? Foreign(JudgeInput input)
    {
        string[] problems = [.. RunOrigin.ProblemsOf(input.Suite, input.Cases, input.Run)];
        return problems.Length == 0 ? null : new(NotJudgedKind.Broken, string.Join("; ", problems), "run the tests again");
    }

    private static NotJudgedReason? CutOff(Run run) => run.End is null
        ? new(NotJudgedKind.Broken, $"the run was cut off after {run.Records.Count} results", "run the tests again")
        : null;

    private static NotJudgedReason? Missing(Suite suite, IReadOnlyList<Case> cases, Run run)
    {
        var seen = run.Records.CountBy(r => r.CaseId, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var active = cases.Where(c => c.Status == CaseStatus.Active).ToArray();
        var shard = run.Header.Shard is { } text && Shard.TryParse(text, out var parsed) ? parsed : null;
        var expected = active.Where(c => shard?.Contains(c.Id) ?? true).ToArray();
        var ran = expected.Count(c => seen.GetValueOrDefault(c.Id) >= suite.Repetitions);
        if (ran < expected.Length)
        {
            if (run.End?.Stopped is { } reason)
            {
                return new(NotJudgedKind.Partial, $"{reason}: {ran} of {expected.Length} cases ran", "raise 'budget', and continue with EVALGATE_RESUME=run");
            }

            return new(NotJudgedKind.Partial, $"only {ran} of {expected.Length} cases ran", "run all cases, without a filter");
        }

        return shard is null
            ? null
            : new(NotJudgedKind.Shard, $"shard {shard} is complete: {ran} of {active.Length} cases", "merge the shards' runs; they are judged together");
    }

    private static NotJudgedReason? TooManyErrors(JudgeInput input)
    {
        var erring = input.Run.Records.Where(r => r.Errors.Count > 0).ToArray();
        if (input.Suite.Gate!.MaxErrors.Allows(erring.Length, input.Run.Records.Count))
        {
            return null;
        }

        var first = erring.MinBy(r => r.CaseId, StringComparer.Ordinal)!;
        return new(
            NotJudgedKind.Broken,
            $"{erring.Length} of {input.Run.Records.Count} results {(erring.Length == 1 ? "is an error" : "are errors")}, more than max_errors allows ({first.CaseId}: {first.Errors[0].Message})",
            "mend the errors and run again, or raise max_errors");
    }

    /// <summary>A gate about nothing but changes of durations measures nothing outside an A/B session.</summary>
    private static NotJudgedReason? WithoutSession(JudgeInput input) => input.Run.Header.Variant is null && input.Suite.Gate!.Rules.All(input.Suite.IsChangeOfDuration)
        ? new(NotJudgedKind.Broken, "its rules ask only how durations changed, which takes an A/B session on one machine", "run the tests with EVALGATE_AB=<variant>, a name that the subject knows by context.Variant")
        : null;

    /// <summary>Grades of two judges are no comparison, whatever the service calls the model.</summary>
    private static NotJudgedReason? OtherJudge(JudgeInput input)
    {
        var before = input.Baseline!.Header.Stack;
        var changed = input.Suite.Metrics.Select(m => (m.Name, Component: $"judge.{m.Name}"))
            .Where(j => before.TryGetValue(j.Component, out var then) && input.Run.Stack.TryGetValue(j.Component, out var now) && then != now)
            .Select(j => $"the judge of '{j.Name}' answered as {ShownText.Of(input.Run.Stack[j.Component])}, and in the baseline as {ShownText.Of(before[j.Component])}").ToArray();
        return changed.Length == 0 ? null : new(NotJudgedKind.BadBaseline, string.Join("; ", changed), "pin the judge's model, or accept a run: dotnet build -t:EvalGateAccept");
    }

    private static NotJudgedReason? WithoutBaseline(JudgeInput input)
    {
        const string Accept = "accept a run: dotnet build -t:EvalGateAccept";
        if (input.BaselineProblem is { } problem)
        {
            return new(NotJudgedKind.BadBaseline, $"{problem.Message} ({problem.Place})", Accept);
        }

        return input.Baseline switch
        {
            null when input.Suite.Gate!.BaselineBranch is { } branch =>
                new(NotJudgedKind.NoBaseline, $"the baseline of branch '{branch}' is not here ({input.Suite.Gate.Baseline})", "fetch it before the tests: evalgate github baseline"),
            null => new(NotJudgedKind.NoBaseline, $"there is no baseline yet ({input.Suite.Gate!.Baseline})", Accept),
            { Header.Suite: var suite } when suite != input.Suite.Name =>
                new(NotJudgedKind.BadBaseline, $"the baseline belongs to suite '{suite}'", Accept),
            _ => null,
        };
    }
}
