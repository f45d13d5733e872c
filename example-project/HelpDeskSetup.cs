using EvalGate;
using EvalGate.Chat;
using HelpDesk;
using HelpDesk.Phrasing;
using Microsoft.Extensions.DependencyInjection;

[assembly: EvalSetup(typeof(HelpDeskSetup))]

namespace HelpDesk;

/// <summary>What the assistant under evaluation is made of: the same registration as in the shop's service.</summary>
public sealed class HelpDeskSetup : IEvalSetup
{
    /// <inheritdoc/>
    public void Configure(IServiceCollection services)
    {
        services.AddSingleton(_ => HelpDeskIndex.Load(AssistantVersion.FromEnvironment()));
        services.AddRecordedChatClient(PhrasingModel.Name, _ => PhrasingModel.Connect());
    }
}
