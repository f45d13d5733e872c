using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using EvalGate.Model;
using EvalGate.Scoring;

namespace EvalGate.Xunit;

/// <summary>Runs one repetition of one case: subject, then scorers.</summary>
internal sealed class CaseRunner<TInput, TOutput>(EvalHost host, Suite suite, Type subjectType, IReadOnlyDictionary<string, Type> scorers)
{
    private readonly IReadOnlyList<MetricScorer> _builtIn = [.. suite.Metrics.Where(m => !m.Scorer.IsUserType).Select(MetricScorer.BuiltIn)];

    public async Task<RunRecord> RunAsync(Case @case, int repetition, ConcurrentDictionary<string, string> components)
    {
        var context = new EvalContext(suite.Name, @case.Id, repetition);
        var watch = Stopwatch.StartNew();
        var answer = await AnswerAsync(@case, context);
        watch.Stop();
        foreach (var (name, value) in context.Components)
        {
            components[name] = value;
        }

        var record = new RunRecord
        {
            CaseId = @case.Id,
            Hash = @case.Hash,
            Repetition = repetition,
            Scores = new Dictionary<string, double?>(),
            DurationMs = watch.Elapsed.TotalMilliseconds,
            Usage = context.Usage,
            Output = answer.Json,
            Errors = answer.Error is null ? [] : [answer.Error],
        };
        return answer.Error is null ? await ScoreAsync(record, @case, answer, watch.Elapsed) : record;
    }

    private async Task<SubjectAnswer> AnswerAsync(Case @case, EvalContext context)
    {
        TInput input;
        try
        {
            input = @case.Input.Deserialize<TInput>(host.Services.Json)!;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return SubjectAnswer.Of(new(ErrorKind.Case, $"the input does not read as {typeof(TInput).Name}: {ErrorClassifier.OneLine(e)}"));
        }

        using var timeout = new CancellationTokenSource();
        try
        {
            var answering = Task.Run(() => CallAsync(input, context, timeout.Token));
            timeout.CancelAfter(suite.Timeout);
            var output = await answering.WaitAsync(suite.Timeout + Grace);
            return SubjectAnswer.Of(output, JsonSerializer.SerializeToElement(output, host.Services.Json));
        }
        catch (TimeoutException) when (timeout.IsCancellationRequested)
        {
            return SubjectAnswer.Of(new(ErrorKind.Timeout, $"no answer within {suite.Timeout.TotalSeconds:0.###} s; the subject ignored cancellation and was abandoned"));
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            return SubjectAnswer.Of(new(ErrorKind.Timeout, $"no answer within {suite.Timeout.TotalSeconds:0.###} s"));
        }
#pragma warning disable CA1031 // Whatever a subject throws is the subject's error, and the run goes on.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return SubjectAnswer.Of(new(ErrorClassifier.KindOf(e), ErrorClassifier.OneLine(e)));
        }
    }

    /// <summary>How long after its cancellation a subject may take to notice.</summary>
    private static TimeSpan Grace => TimeSpan.FromMilliseconds(250);

    private async Task<TOutput> CallAsync(TInput input, EvalContext context, CancellationToken cancellationToken)
    {
        await using var scope = host.Services.Scope();
        var subject = (IEvalSubject<TInput, TOutput>)SubjectServices.Make(scope, subjectType);
        return await subject.RunAsync(input, context, cancellationToken);
    }

    private async Task<RunRecord> ScoreAsync(RunRecord record, Case @case, SubjectAnswer answer, TimeSpan duration)
    {
        await using var scope = host.Services.Scope();
        var input = new ScorerInput
        {
            CaseId = @case.Id,
            Input = @case.Input,
            Expected = @case.Expected,
            Output = answer.Json,
            OutputValue = answer.Value,
            Duration = duration,
            Usage = record.Usage,
        };
        var own = suite.Metrics.Where(m => m.Scorer.IsUserType)
            .Select(m => new MetricScorer(m, (IScorer)SubjectServices.Make(scope, scorers[m.Name])));
        var scores = new SortedDictionary<string, double?>(StringComparer.Ordinal);
        var errors = new List<EvalError>();
        foreach (var scorer in _builtIn.Concat(own))
        {
            try
            {
                scores[scorer.Metric.Name] = await scorer.ScoreAsync(input, CancellationToken.None);
            }
#pragma warning disable CA1031 // A scorer that throws is an error of that metric, never a score, and the others go on.
            catch (Exception e)
#pragma warning restore CA1031
            {
                var kind = ErrorClassifier.KindOf(e) == ErrorKind.Infrastructure ? ErrorKind.Infrastructure : ErrorKind.Scorer;
                errors.Add(new(kind, e is ScorerException ? e.Message : ErrorClassifier.OneLine(e), scorer.Metric.Name));
            }
        }

        return record with { Scores = scores, Errors = errors };
    }

    /// <summary>What a subject returned, or why it did not.</summary>
    private sealed record SubjectAnswer(object? Value, JsonElement Json, EvalError? Error)
    {
        public static SubjectAnswer Of(object? value, JsonElement json) => new(value, json, null);

        public static SubjectAnswer Of(EvalError error) => new(null, default, error);
    }
}
