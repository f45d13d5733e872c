using Microsoft.Extensions.AI;

namespace EvalGate.Chat;

/// <summary>A generator that is made with its first call, so that a replay needs neither key nor address.</summary>
internal sealed class LateEmbeddingGenerator(Func<IEmbeddingGenerator<string, Embedding<float>>> make) : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly Lazy<IEmbeddingGenerator<string, Embedding<float>>> _generator = new(make);

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        _generator.Value.GenerateAsync(values, options, cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        _generator.IsValueCreated ? _generator.Value.GetService(serviceType, serviceKey) : null;

    public void Dispose()
    {
        if (_generator.IsValueCreated)
        {
            _generator.Value.Dispose();
        }
    }
}
