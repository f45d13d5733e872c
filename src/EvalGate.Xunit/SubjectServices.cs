using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using EvalGate.Judges;
using Microsoft.Extensions.DependencyInjection;

namespace EvalGate.Xunit;

/// <summary>What subjects and scorers are made of, and how values become JSON.</summary>
internal sealed class SubjectServices(ServiceProvider provider) : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Defaults = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter() },
    };

    public JsonSerializerOptions Json { get; } = provider.GetService<JsonSerializerOptions>() ?? Defaults;

    /// <summary>The user's own place for snapshots; null for EvalGate's.</summary>
    public ISnapshotBackend? Snapshots => provider.GetService<ISnapshotBackend>();

    /// <summary>Runs the setup that the test assembly names.</summary>
    /// <exception cref="EvalSettingException">The named type is no setup.</exception>
    public static SubjectServices Create()
    {
        var services = new ServiceCollection();
        foreach (var attribute in AppDomain.CurrentDomain.GetAssemblies().SelectMany(a => a.GetCustomAttributes<EvalSetupAttribute>()))
        {
            var setup = Activator.CreateInstance(attribute.SetupType) as IEvalSetup
                ?? throw new EvalSettingException($"[assembly: EvalSetup(typeof({attribute.SetupType}))] must name a class that implements IEvalSetup.");
            setup.Configure(services);
        }

        return new(services.BuildServiceProvider(validateScopes: true));
    }

    /// <summary>What makes scorers that ask a model; null when nothing is registered.</summary>
    public IModelScorerFactory? ModelScorers => provider.GetService<IModelScorerFactory>();

    public AsyncServiceScope Scope() => provider.CreateAsyncScope();

    /// <summary>A registered service, or a new object made from registered ones.</summary>
    public static object Make(AsyncServiceScope scope, Type type) => ActivatorUtilities.GetServiceOrCreateInstance(scope.ServiceProvider, type);

    public ValueTask DisposeAsync() => provider.DisposeAsync();
}
