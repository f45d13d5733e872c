using EvalGate;
using HelpDesk;
using Microsoft.Extensions.DependencyInjection;

[assembly: EvalSetup(typeof(HelpDeskSetup))]

namespace HelpDesk;

/// <summary>What the assistant under evaluation is made of: the same registration as in the shop's service.</summary>
public sealed class HelpDeskSetup : IEvalSetup
{
    /// <inheritdoc/>
    public void Configure(IServiceCollection services) =>
        services.AddSingleton(_ => HelpDeskIndex.Load(AssistantVersion.FromEnvironment()));
}
