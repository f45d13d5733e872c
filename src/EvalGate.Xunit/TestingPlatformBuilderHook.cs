using Microsoft.Testing.Platform.Builder;

namespace EvalGate.Xunit;

/// <summary>Adds the gate to a Microsoft.Testing.Platform application. Called by the generated entry point.</summary>
public static class TestingPlatformBuilderHook
{
    /// <summary>Registers the gate.</summary>
    /// <param name="builder">The application's builder.</param>
    /// <param name="arguments">The command line; not used.</param>
    public static void AddExtensions(ITestApplicationBuilder builder, string[] arguments)
    {
        builder.TestHost.AddTestSessionLifetimeHandler(services => new GateExtension(services));
    }
}
