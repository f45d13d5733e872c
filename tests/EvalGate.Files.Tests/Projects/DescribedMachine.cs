using System.Globalization;
using System.Runtime.InteropServices;

namespace EvalGate.Files.Tests;

public static class DescribedMachine
{
    [Fact]
    public static void HasSystemArchitectureAndProcessors()
    {
        var parts = Machine.Describe().Split(", ");

        Assert.Equal(RuntimeInformation.OSArchitecture.ToString(), parts[^2]);
        Assert.StartsWith(Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture) + " processor", parts[^1], StringComparison.Ordinal);
        Assert.NotEmpty(parts[0]);
    }

    [Fact]
    public static void IsNotNamed() => Assert.DoesNotContain(Environment.MachineName, Machine.Describe().Split(' ', ','));
}
