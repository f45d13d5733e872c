using EvalGate.Files;
using EvalGate.Model;
using EvalGate.Scoring;
using EvalGate.Snapshots;

namespace EvalGate.Xunit;

/// <summary>Runs one repetition of one case: subject, then scorers, then the comparison with what was approved.</summary>
internal sealed class CaseRunner<TInput, TOutput>(
    SubjectServices services, Suite suite, Type subjectType, IReadOnlyDictionary<string, Type> scorers, SuiteSnapshots? snapshots = null)
{
    private static readonly IReadOnlyDictionary<string, double?> None = new Dictionary<string, double?>();

    private readonly SubjectCall<TInput, TOutput> _call = new(services, subjectType, suite.Timeout);
    private readonly OutputScoring _scoring = new(services, [.. suite.Scored], scorers);

    /// <summary>Asks the subject and scores what it returns.</summary>
    /// <param name="case">The case.</param>
    /// <param name="context">Who asks; holds what the subject reported afterwards.</param>
    /// <param name="stop">Cancelled when the session is stopped.</param>
    /// <returns>Scores, or errors; whatever the subject or a scorer throws is data here.</returns>
    /// <exception cref="OperationCanceledException">The session was stopped: there is no result.</exception>
    public async Task<RunRecord> RunAsync(Case @case, EvalContext context, CancellationToken stop)
    {
        var answer = await _call.AskAsync(@case, context, stop);
        var record = new RunRecord
        {
            CaseId = @case.Id,
            Hash = @case.Hash,
            Repetition = context.Repetition,
            Scores = None,
            DurationMs = answer.Duration.TotalMilliseconds,
            Usage = context.Usage,
            Output = answer.Json,
        };
        if (answer.Error is { } error)
        {
            return record with { Errors = [error] };
        }

        var scored = await _scoring.ScoreAsync(InputOf(@case, answer, record.Usage), stop);
        if (suite.Snapshots is not null)
        {
            await CompareAsync(@case, answer, scored, stop);
        }

        return record with { Scores = scored.Scores, Errors = scored.Errors.Count == 0 ? [] : scored.Errors };
    }

    private async ValueTask CompareAsync(Case @case, SubjectAnswer answer, OutputScores scored, CancellationToken stop)
    {
        try
        {
            scored.Scores[SnapshotMetric.Name] = snapshots is null ? null : await snapshots.CompareAsync(@case, answer.Json, stop);
        }
        catch (Exception e) when (e is ScorerException or FilesException)
        {
            scored.Errors.Add(new(e is FilesException ? ErrorKind.Infrastructure : ErrorKind.Scorer, e.Message, SnapshotMetric.Name));
        }
    }

    private static ScorerInput InputOf(Case @case, SubjectAnswer answer, Usage? usage) => new()
    {
        CaseId = @case.Id,
        Input = @case.Input,
        Expected = @case.Expected,
        Output = answer.Json,
        OutputValue = answer.Value,
        Duration = answer.Duration,
        Usage = usage,
    };
}
