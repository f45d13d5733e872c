using System.ClientModel;
using System.ClientModel.Primitives;
using EvalGate.Chat;
using Microsoft.Extensions.AI;
using OpenAI;

namespace HelpDesk.Phrasing;

/// <summary>The model that phrases replies: any service that speaks OpenAI's format, by configuration.</summary>
internal static class PhrasingModel
{
    private const string EndpointVariable = "HELPDESK_MODEL_ENDPOINT";

    /// <summary>The model's name; part of every recorded request.</summary>
    public static string Name => Setting("HELPDESK_MODEL") ?? "phrasing-1";

    /// <summary>The client; made with the first call that no recording answers.</summary>
    public static IChatClient Connect()
    {
        var endpoint = Setting(EndpointVariable) ?? throw new InvalidOperationException(
            $"This call was not recorded, and no model is configured: set {EndpointVariable}, and HELPDESK_MODEL_KEY where the service wants a key.");
        var options = new OpenAIClientOptions
        {
            Endpoint = new Uri(endpoint),
            RetryPolicy = new ClientRetryPolicy(0),
#pragma warning disable CA2000 // They live as long as the client, which is the test process.
            Transport = new HttpClientPipelineTransport(new HttpClient(new ModelCallHandler())),
#pragma warning restore CA2000
        };
        return new OpenAIClient(new ApiKeyCredential(Setting("HELPDESK_MODEL_KEY") ?? "none"), options).GetChatClient(Name).AsIChatClient();
    }

    private static string? Setting(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
