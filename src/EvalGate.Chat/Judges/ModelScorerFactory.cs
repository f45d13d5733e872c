using EvalGate.Judges;
using EvalGate.Model;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace EvalGate.Chat;

/// <summary>Makes judges and similarity scorers from the clients that are registered for them.</summary>
internal sealed class ModelScorerFactory(IServiceProvider services) : IModelScorerFactory
{
    public IScorer Create(Metric metric) => metric.Scorer.Name switch
    {
        ModelScorers.Judge => new ModelJudge(metric, Judge),
        ModelScorers.Pairwise => new PairwiseJudge(metric, Judge),
        _ => new EmbeddingSimilarity(metric, services.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>()),
    };

    private IChatClient Judge => services.GetRequiredKeyedService<IChatClient>(EvalGateChatExtensions.JudgeKey);
}
