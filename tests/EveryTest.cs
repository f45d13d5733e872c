using System.Runtime.CompilerServices;

namespace EvalGate.TestKit;

/// <summary>Part of every test project: its tests run as on a machine that writes 1,5 for one and a half.</summary>
public static class EveryTest
{
    [ModuleInitializer]
    internal static void Start() => CommaCulture.Everywhere();

    [Fact]
    public static void RunsUnderACommaCulture() => Assert.Equal("1,5", $"{1.5}");
}
