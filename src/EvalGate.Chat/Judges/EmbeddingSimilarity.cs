using System.Numerics.Tensors;
using System.Text.Json;
using EvalGate.Judges;
using EvalGate.Model;
using EvalGate.Scoring;
using Microsoft.Extensions.AI;

namespace EvalGate.Chat;

/// <summary>The cosine of the embeddings of two texts.</summary>
internal sealed class EmbeddingSimilarity(Metric metric, IEmbeddingGenerator<string, Embedding<float>> generator) : IScorer
{
    private readonly ScorerSettings _settings = new(metric.Scorer.Settings);

    public async ValueTask<Score> ScoreAsync(ScorerInput input, CancellationToken cancellationToken)
    {
        string[] texts = [Text("of", input), Text("expected", input)];
        var vectors = await generator.GenerateAsync(texts, new() { ModelId = _settings.Text("model") }, cancellationToken).ConfigureAwait(false);
        if (vectors is not [var one, var other] || one.Vector.Length != other.Vector.Length)
        {
            throw new ScorerException("the embedding model did not answer with two vectors of one length");
        }

        EvalContext.Current?.Component($"judge.{metric.Name}", one.ModelId ?? _settings.Text("model")!);
        var cosine = TensorPrimitives.CosineSimilarity(one.Vector.Span, other.Vector.Span);
        return float.IsNaN(cosine) ? throw new ScorerException("the embedding model answered with a vector of zeros") : Graded(Math.Clamp((double)cosine, 0, 1));
    }

    /// <summary>Near the threshold the last digits of a vector would decide: there it is neither.</summary>
    private Score Graded(double cosine) => _settings.Number("threshold") switch
    {
        null => Score.Of(cosine),
        { } threshold when Math.Abs(cosine - threshold) < (_settings.Number("margin") ?? 0) => Score.Of(ModelScorers.Neither),
        { } threshold => Score.Of(cosine >= threshold),
    };

    private string Text(string key, ScorerInput input) => _settings.Path(key)!.In(input) is { ValueKind: JsonValueKind.String } text && text.GetString() is { Length: > 0 } found
        ? found
        : throw new ScorerException($"'{_settings.Text(key)}' is no text, or an empty one");
}
