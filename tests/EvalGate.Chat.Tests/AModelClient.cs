using System.ClientModel;
using System.ClientModel.Primitives;
using EvalGate.ModelServer;
using Microsoft.Extensions.AI;
using OpenAI;

namespace EvalGate.Chat.Tests;

/// <summary>The real client of OpenAI's services, pointed at a server of this machine.</summary>
internal static class AModelClient
{
    public const string Model = "tiny";

    public static IChatClient Chat(LoopbackModel server, ModelCallOptions? options = null, TimeProvider? time = null) => Client(server, options, time).GetChatClient(Model).AsIChatClient();

    public static IEmbeddingGenerator<string, Embedding<float>> Embeddings(LoopbackModel server) =>
        Client(server, null, null).GetEmbeddingClient(Model).AsIEmbeddingGenerator();

    private static OpenAIClient Client(LoopbackModel server, ModelCallOptions? options, TimeProvider? time) => new(new ApiKeyCredential("sk-secret"), new OpenAIClientOptions
    {
        Endpoint = server.Address,
        RetryPolicy = new ClientRetryPolicy(0),
        Transport = new HttpClientPipelineTransport(new HttpClient(new ModelCallHandler(new SocketsHttpHandler(), options ?? new() { Retries = 0 }, time ?? TimeProvider.System))),
    });
}
