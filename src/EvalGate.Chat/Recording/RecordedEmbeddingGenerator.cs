using Microsoft.Extensions.AI;

namespace EvalGate.Chat;

/// <summary>An embedding generator whose vectors are recorded with the case that asked, and replayed from there. Outside an eval it passes everything on.</summary>
/// <param name="inner">The generator that asks the model.</param>
/// <param name="model">The model that requests without one are for; null for the inner generator's default.</param>
internal sealed class RecordedEmbeddingGenerator(IEmbeddingGenerator<string, Embedding<float>> inner, string? model = null)
    : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    private readonly string? _model = model ?? inner.GetService<EmbeddingGeneratorMetadata>()?.DefaultModelId;

    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (EvalContext.Current is not { } context)
        {
            return await base.GenerateAsync(values, options, cancellationToken).ConfigureAwait(false);
        }

        string[] asked = [.. values];
        var request = EmbeddingJson.Request(asked, options, _model);
        var recorded = context.Recorder?.Find(request);
        var answer = recorded ?? EmbeddingJson.Write(await base.GenerateAsync(asked, options, cancellationToken).ConfigureAwait(false));
        if (recorded is null)
        {
            context.Recorder?.Keep(request, answer);
        }

        var embeddings = EmbeddingJson.Read(answer);
        CallReport.Add(context, recorded is not null, embeddings.FirstOrDefault()?.ModelId, options?.ModelId ?? _model, embeddings.Usage);
        return embeddings;
    }
}
