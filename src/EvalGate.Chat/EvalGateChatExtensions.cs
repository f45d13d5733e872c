using EvalGate.Judges;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EvalGate.Chat;

/// <summary>Puts EvalGate between a subject and its models.</summary>
public static class EvalGateChatExtensions
{
    internal const string JudgeKey = "evalgate.judge";

    /// <summary>Registers the model that <c>scorer: judge</c> asks, apart from those of the subject; its calls are recorded like theirs.</summary>
    /// <param name="services">Where to register it.</param>
    /// <param name="live">Makes the client that asks the model. Called with the first live call only. The metric's <c>model:</c> goes with every request.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddEvalGateJudge(this IServiceCollection services, Func<IServiceProvider, IChatClient> live)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(live);
        services.AddKeyedSingleton<IChatClient>(JudgeKey, (provider, _) => new RecordedChatClient(new LateChatClient(() => live(provider))));
        services.TryAddSingleton<IModelScorerFactory, ModelScorerFactory>();
        return services;
    }

    /// <summary>Registers a chat client whose calls are recorded per case and replayed by <c>EVALGATE_RECORDINGS</c>.</summary>
    /// <param name="services">Where to register it, as <see cref="IChatClient"/>.</param>
    /// <param name="model">The model that is asked; part of every recorded request.</param>
    /// <param name="live">Makes the client that asks the model. Called with the first live call only: a replay needs no key.</param>
    /// <returns>The builder of the client, for what goes around it.</returns>
    public static ChatClientBuilder AddRecordedChatClient(this IServiceCollection services, string model, Func<IServiceProvider, IChatClient> live)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(model);
        ArgumentNullException.ThrowIfNull(live);
        return services.AddChatClient(provider => new RecordedChatClient(new LateChatClient(() => live(provider)), model));
    }

    /// <summary>Registers an embedding generator whose calls are recorded per case and replayed by <c>EVALGATE_RECORDINGS</c>.</summary>
    /// <param name="services">Where to register it.</param>
    /// <param name="model">The model that is asked; part of every recorded request.</param>
    /// <param name="live">Makes the generator that asks the model. Called with the first live call only.</param>
    /// <returns>The builder of the generator, for what goes around it.</returns>
    public static EmbeddingGeneratorBuilder<string, Embedding<float>> AddRecordedEmbeddingGenerator(
        this IServiceCollection services, string model, Func<IServiceProvider, IEmbeddingGenerator<string, Embedding<float>>> live)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(model);
        ArgumentNullException.ThrowIfNull(live);
        services.TryAddSingleton<IModelScorerFactory, ModelScorerFactory>();
        return services.AddEmbeddingGenerator(provider => new RecordedEmbeddingGenerator(new LateEmbeddingGenerator(() => live(provider)), model));
    }

    /// <summary>Records and replays the calls of a chat client that is made either way.</summary>
    /// <param name="builder">The pipeline; what stands before this sees recorded answers too, what stands behind it only live calls.</param>
    /// <param name="model">The model that requests without one are for; null for the client's own default.</param>
    /// <returns>The same builder.</returns>
    public static ChatClientBuilder UseEvalGateRecording(this ChatClientBuilder builder, string? model = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Use(inner => new RecordedChatClient(inner, model));
    }

    /// <summary>Records and replays the calls of an embedding generator that is made either way.</summary>
    /// <param name="builder">The pipeline.</param>
    /// <param name="model">The model that requests without one are for; null for the generator's own default.</param>
    /// <returns>The same builder.</returns>
    public static EmbeddingGeneratorBuilder<string, Embedding<float>> UseEvalGateRecording(
        this EmbeddingGeneratorBuilder<string, Embedding<float>> builder, string? model = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Use(inner => new RecordedEmbeddingGenerator(inner, model));
    }
}
