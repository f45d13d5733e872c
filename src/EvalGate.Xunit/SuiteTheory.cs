using System.Runtime.CompilerServices;
using EvalGate.Model;
using Xunit;

namespace EvalGate.Xunit;

/// <summary>What a generated theory calls. Made by the build; not meant to be written by hand.</summary>
public abstract class SuiteTheory
{
    private protected SuiteTheory()
    {
    }

    /// <summary>Binds a suite to its subject; input and output types follow from the subject.</summary>
    /// <typeparam name="TInput">The subject's input.</typeparam>
    /// <typeparam name="TOutput">The subject's output.</typeparam>
    /// <param name="suite">The suite's name.</param>
    /// <param name="subject">Only its type matters; may be null.</param>
    /// <param name="subjectType">The subject's own type.</param>
    /// <param name="scorers">The user's scorers by metric.</param>
    public static SuiteTheory Bind<TInput, TOutput>(
        string suite, IEvalSubject<TInput, TOutput>? subject, Type subjectType, params (string Metric, Type Scorer)[] scorers) =>
        new BoundTheory<TInput, TOutput>(suite, subjectType, scorers.ToDictionary(s => s.Metric, s => s.Scorer, StringComparer.Ordinal));

    /// <summary>Runs one case, all its repetitions, and records them.</summary>
    /// <param name="caseId">The case's id.</param>
    /// <exception cref="EvalCaseException">The case ended in an error, or missed a <c>must</c>. A wrong answer alone does not fail the test.</exception>
    /// <exception cref="SnapshotException">The output is not the approved one, and the suite's policy blocks that.</exception>
    public abstract Task RunAsync(string caseId);
}

/// <summary>A suite bound to the types of its subject.</summary>
internal sealed class BoundTheory<TInput, TOutput>(string suite, Type subjectType, IReadOnlyDictionary<string, Type> scorers) : SuiteTheory
{
    /// <summary>The type's static theory outlives a session; the runner belongs to one.</summary>
    private readonly ConditionalWeakTable<SuiteExecution, CaseRunner<TInput, TOutput>> _runners = [];

    public override async Task RunAsync(string caseId)
    {
        var host = EvalHost.Current;
        var execution = host.Execution(suite);
        var runner = _runners.GetValue(execution, e => new(host.Services, e.Suite, subjectType, scorers, e.Snapshots, e.Variant) { Approved = e.Approved });
        var @case = execution.Case(caseId);
        var stop = TestContext.Current.CancellationToken;
        RunRecord?[] results;
        RunRecord[] records;
        CaseSnapshot? snapshot;
        using (execution.Enter())
        {
            results = await Task.WhenAll(Enumerable.Range(1, execution.Suite.Repetitions).Select(r => RunAsync(runner, execution, execution.ContextOf(caseId, r), stop)));
            records = [.. results.OfType<RunRecord>()];
            snapshot = execution.Snapshots is { } snapshots ? await snapshots.ConcludeAsync(@case, records, stop) : null;
        }

        execution.Recordings.Release(caseId);
        await execution.ShowIfCompleteAsync();
        if (records.Length < results.Length)
        {
            throw new EvalSkipException($"not started: {execution.Budget.Stopped}");
        }

        ShownSnapshot.Show(snapshot, host.Environment);
        CaseVerdict.Throw(execution.Suite, @case, records, snapshot, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
    }

    /// <returns>Null when the budget is used up.</returns>
    private static async Task<RunRecord?> RunAsync(CaseRunner<TInput, TOutput> runner, SuiteExecution execution, EvalContext context, CancellationToken stop)
    {
        await execution.Permits.WaitAsync(stop);
        try
        {
            return await execution.RunAsync(runner, context, stop);
        }
        finally
        {
            execution.Permits.Release();
        }
    }
}
