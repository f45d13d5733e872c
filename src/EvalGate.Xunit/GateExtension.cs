using System.Reflection;
using EvalGate.Commands;
using Microsoft.Testing.Extensions.TrxReport.Abstractions;
using Microsoft.Testing.Platform.CommandLine;
using Microsoft.Testing.Platform.Extensions;
using Microsoft.Testing.Platform.Extensions.Messages;
using Microsoft.Testing.Platform.Extensions.TestHost;
using Microsoft.Testing.Platform.Services;
using Microsoft.Testing.Platform.TestHost;

namespace EvalGate.Xunit;

/// <summary>The gate in <c>dotnet test</c>: one extra test node per suite.</summary>
internal sealed class GateExtension(IServiceProvider services) : IDataProducer, ITestSessionLifetimeHandler, IVerdictSink
{
    private SessionUid _session;

    public string Uid => "EvalGate";

    public string Version => typeof(GateExtension).Assembly.GetName().Version!.ToString();

    public string DisplayName => "EvalGate";

    public string Description => "Judges eval runs against their accepted baseline.";

    public Type[] DataTypesProduced { get; } = [typeof(TestNodeUpdateMessage), typeof(SessionFileArtifact)];

    public Task<bool> IsEnabledAsync() => Task.FromResult(true);

    public Task OnTestSessionStartingAsync(ITestSessionContext testSessionContext)
    {
        _session = testSessionContext.SessionUid;
        EvalHost.Current.IsHosted = true;
        EvalHost.Current.Sink = IsServedToAnIde() ? null : this;
        return Task.CompletedTask;
    }

    public async Task OnTestSessionFinishingAsync(ITestSessionContext testSessionContext)
    {
        if (!testSessionContext.CancellationToken.IsCancellationRequested)
        {
            await EvalHost.Current.FinishAsync();
        }

        await EvalHost.EndAsync();
    }

    public async Task ShowAsync(ShownVerdict verdict)
    {
        var bus = services.GetMessageBus();
        await bus.PublishAsync(this, new TestNodeUpdateMessage(_session, NodeOf(verdict)));
        foreach (var file in verdict.Files)
        {
            await bus.PublishAsync(this, new SessionFileArtifact(_session, new FileInfo(file), $"EvalGate {verdict.Suite}"));
        }
    }

    private bool IsServedToAnIde() =>
        services.GetCommandLineOptions().TryGetOptionArgumentList("server", out var arguments) && arguments is not ["dotnettestcli"];

    private static TestNode NodeOf(ShownVerdict verdict)
    {
        var assembly = Assembly.GetEntryAssembly()?.FullName ?? "";
        var properties = new PropertyBag(
            new TestMethodIdentifierProperty(assembly, "EvalGate", "Gate", verdict.Suite, 0, [], "System.Void"),
            StateOf(verdict));
        if (verdict.Effect == Effect.Blocks)
        {
            properties.Add(new TrxExceptionProperty(verdict.Text, ""));
        }
        else
        {
            properties.Add(new StandardOutputProperty(verdict.Text));
        }

        return new() { Uid = new($"evalgate:{verdict.Suite}"), DisplayName = $"EvalGate {verdict.Suite}", Properties = properties };
    }

    private static TestNodeStateProperty StateOf(ShownVerdict verdict) => verdict.Effect switch
    {
        Effect.Blocks => new FailedTestNodeStateProperty(new EvalGateException(verdict.Text)),
        Effect.Shows => new SkippedTestNodeStateProperty(verdict.Headline),
        _ => PassedTestNodeStateProperty.CachedInstance,
    };
}
