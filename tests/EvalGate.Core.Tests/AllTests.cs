using System.Runtime.CompilerServices;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests;

public static class AllTests
{
    [ModuleInitializer]
    internal static void Start() => CommaCulture.Everywhere();

    [Fact]
    public static void RunUnderACommaCulture() => Assert.Equal("1,5", $"{1.5}");
}
