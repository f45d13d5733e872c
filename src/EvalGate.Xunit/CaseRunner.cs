using System.Text.Json;
using EvalGate.Files;
using EvalGate.Model;
using EvalGate.Scoring;
using EvalGate.Snapshots;
using EvalGate.Statistics;

namespace EvalGate.Xunit;

/// <summary>Runs one repetition of one case: subject, then scorers, then the comparison with what was approved.</summary>
/// <param name="services">What subject and scorers are made of.</param>
/// <param name="suite">The suite.</param>
/// <param name="subjectType">The subject.</param>
/// <param name="scorers">The user's scorers by metric.</param>
/// <param name="snapshots">The approved outputs; null for a suite without snapshots.</param>
/// <param name="variant">The variant that answers every case beside the candidate; null without an A/B session.</param>
internal sealed class CaseRunner<TInput, TOutput>(
    SubjectServices services, Suite suite, Type subjectType, IReadOnlyDictionary<string, Type> scorers, SuiteSnapshots? snapshots = null, string? variant = null)
{
    private static readonly IReadOnlyDictionary<string, double?> None = new Dictionary<string, double?>();

    private readonly SubjectCall<TInput, TOutput> _call = new(services, subjectType, suite.Timeout, TimeProvider.System);
    private readonly OutputScoring _scoring = new(services, [.. suite.Scored], scorers);

    /// <summary>What scorers may compare with; null where none does.</summary>
    public ApprovedOutputs? Approved { get; init; }

    /// <summary>What calls are timed by. Default the machine's clock.</summary>
    public TimeProvider Time { init => _call = new(services, subjectType, suite.Timeout, value); }

    /// <summary>Asks the subject and scores what it returns.</summary>
    /// <param name="case">The case.</param>
    /// <param name="context">Who asks; holds what the subject reported afterwards.</param>
    /// <param name="stop">Cancelled when the session is stopped.</param>
    /// <returns>Scores, or errors; whatever the subject or a scorer throws is data here.</returns>
    /// <exception cref="OperationCanceledException">The session was stopped: there is no result.</exception>
    public async Task<RunRecord> RunAsync(Case @case, EvalContext context, CancellationToken stop)
    {
        // In turn, so that neither variant always finds the caches warm.
        var before = ComesFirst(context) ? await ReferenceAsync(@case, context, stop) : null;
        var answer = await _call.AskAsync(@case, context, stop);
        var reference = before ?? await ReferenceAsync(@case, context, stop);
        return await RecordAsync(@case, context, answer, stop) with { Reference = reference };
    }

    private static bool ComesFirst(EvalContext context) => (HashedReplicates.SplitMix64(HashedReplicates.Fnv1A64(context.CaseId)) + (ulong)context.Repetition) % 2 == 0;

    private async Task<ReferenceCall?> ReferenceAsync(Case @case, EvalContext candidate, CancellationToken stop)
    {
        if (variant is null)
        {
            return null;
        }

        var context = new EvalContext(candidate.Suite, candidate.CaseId, candidate.Repetition, variant);
        var answer = await _call.AskAsync(@case, context, stop);
        return new(answer.Duration.TotalMilliseconds, context.VariantWasRead, answer.Error);
    }

    private async Task<RunRecord> RecordAsync(Case @case, EvalContext context, SubjectAnswer answer, CancellationToken stop)
    {
        var record = new RunRecord
        {
            CaseId = @case.Id,
            Hash = @case.Hash,
            Repetition = context.Repetition,
            Scores = None,
            DurationMs = answer.Duration.TotalMilliseconds,
            Usage = context.Usage,
            Paid = context.Paid,
            IsReplayed = context.Recorder is { HasReplayed: true },
            Output = answer.Json,
            Components = context.Components is { Count: > 0 } named ? named : null,
        };
        if (answer.Error is { } error)
        {
            return record with { Errors = [error] };
        }

        var judging = new EvalContext(context.Suite, context.CaseId, context.Repetition) { Recorder = context.Recorder, Prices = context.Prices };
        EvalContext.Current = judging;
        var scored = await _scoring.ScoreAsync(InputOf(@case, answer, record), Approved, stop);
        if (suite.Snapshots is not null)
        {
            await CompareAsync(@case, record, scored, stop);
        }

        return WithJudges(record, judging) with { Scores = scored.Scores, Errors = scored.Errors.Count == 0 ? record.Errors : scored.Errors };
    }

    private static RunRecord WithJudges(RunRecord record, EvalContext judging)
    {
        var judges = judging.Components.Where(c => c.Key.StartsWith("judge.", StringComparison.Ordinal)).ToArray();
        return record with
        {
            JudgeUsage = judging.Usage,
            Paid = record.Paid is { } paid && judging.Paid is { } more ? paid.Plus(more) : record.Paid ?? judging.Paid,
            Labelled = judging.Labelled is { Count: > 0 } labelled ? labelled : null,
            Components = judges.Length == 0 ? record.Components : judges.Concat(record.Components ?? new Dictionary<string, string>()).ToDictionary(StringComparer.Ordinal),
        };
    }

    /// <summary>Takes a result from a run that was cut off: nothing is asked or scored, but its output is compared again.</summary>
    public async Task AgainAsync(Case @case, RunRecord record, CancellationToken stop)
    {
        if (snapshots is not null && record.Output.ValueKind != JsonValueKind.Undefined)
        {
            await snapshots.CompareAsync(@case, record, stop);
        }
    }

    private async ValueTask CompareAsync(Case @case, RunRecord record, OutputScores scored, CancellationToken stop)
    {
        try
        {
            scored.Scores[SnapshotMetric.Name] = snapshots is null ? null : await snapshots.CompareAsync(@case, record, stop);
        }
        catch (Exception e) when (e is ScorerException or FilesException)
        {
            scored.Errors.Add(new(e is FilesException ? ErrorKind.Infrastructure : ErrorKind.Scorer, e.Message, SnapshotMetric.Name));
        }
    }

    private static ScorerInput InputOf(Case @case, SubjectAnswer answer, RunRecord record) => new()
    {
        CaseId = @case.Id,
        Input = @case.Input,
        Expected = @case.Expected,
        Output = answer.Json,
        OutputValue = answer.Value,
        Duration = answer.Duration,
        Usage = record.Usage,
        IsReplayed = record.IsReplayed,
    };
}
