using EvalGate.Files;
using EvalGate.Judges;
using EvalGate.Model;
using EvalGate.Scoring;
using EvalGate.Snapshots;
using Microsoft.Extensions.DependencyInjection;

namespace EvalGate.Xunit;

/// <summary>Scores an output under every metric of a suite. A scorer that throws is an error of its metric, never a score, and the others go on.</summary>
internal sealed class OutputScoring(SubjectServices services, IReadOnlyList<Metric> metrics, IReadOnlyDictionary<string, Type> scorers)
{
    private readonly MetricScorer[] _builtIn = [.. metrics.Where(m => !m.Scorer.IsUserType && !SnapshotMetric.Is(m) && !AsksModel(m)).Select(MetricScorer.BuiltIn)];
    private readonly Metric[] _judged = [.. metrics.Where(AsksModel)];
    private readonly Metric[] _own = [.. metrics.Where(m => m.Scorer.IsUserType)];

    /// <summary>Scores one output.</summary>
    /// <param name="input">What scorers see.</param>
    /// <param name="approved">What is approved, for those that compare with it; null where none does.</param>
    /// <param name="stop">Cancelled when the session is stopped.</param>
    public async Task<OutputScores> ScoreAsync(ScorerInput input, ApprovedOutputs? approved, CancellationToken stop)
    {
        var scores = new OutputScores(metrics.Count);
        foreach (var scorer in _builtIn)
        {
            await AddAsync(scores, scorer.Metric, () => scorer.ScoreAsync(input, stop), stop);
        }

        foreach (var metric in _judged)
        {
            await AddAsync(scores, metric, () => Judge(metric).ScoreAsync(ModelScorers.ComparesWithApproved(metric) ? input with { Approved = approved!.Of(input.CaseId, input.Input) } : input, stop), stop);
        }

        if (_own.Length > 0)
        {
            await using var scope = services.Scope();
            foreach (var metric in _own)
            {
                await AddAsync(scores, metric, () => Own(metric, scope).ScoreAsync(input, stop), stop);
            }
        }

        return scores;
    }

    private static bool AsksModel(Metric metric) => !metric.Scorer.IsUserType && ScorerCatalog.Find(metric.Scorer.Name) is { AsksModel: true };

    private MetricScorer Judge(Metric metric) => services.ModelScorers is { } factory
        ? new(metric, factory.Create(metric))
        : throw new ScorerException("there is no model to ask: reference EvalGate.Chat and register one in the setup, with services.AddEvalGateJudge(…) or AddRecordedEmbeddingGenerator(…)");

    private MetricScorer Own(Metric metric, AsyncServiceScope scope) =>
        new(metric, (IScorer)SubjectServices.Make(scope, scorers[metric.Name]));

    private static async ValueTask AddAsync(OutputScores scores, Metric metric, Func<ValueTask<double?>> score, CancellationToken stop)
    {
        try
        {
            scores.Scores[metric.Name] = await score();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // Whatever a scorer throws is its error.
        catch (Exception e)
#pragma warning restore CA1031
        {
            var kind = ErrorClassifier.KindOf(e) == ErrorKind.Infrastructure ? ErrorKind.Infrastructure : ErrorKind.Scorer;
            scores.Errors.Add(new(kind, e is ScorerException ? e.Message : ErrorClassifier.OneLine(e), metric.Name, ErrorClassifier.CauseOf(e)));
        }
    }
}
