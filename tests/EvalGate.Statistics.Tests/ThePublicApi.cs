using PublicApiGenerator;

namespace EvalGate.Statistics.Tests;

/// <summary>The whole public API in one reviewed file; its diff is the API review.</summary>
public static class ThePublicApi
{
    [Fact]
    public static void IsTheApprovedOne()
    {
        var actual = typeof(McNemar).Assembly.GeneratePublicApi(new() { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n") + "\n";
        using var approved = new StreamReader(typeof(ThePublicApi).Assembly.GetManifestResourceStream("PublicApi.txt")!);
        var received = Path.Combine(AppContext.BaseDirectory, "PublicApi.received.txt");
        File.WriteAllText(received, actual);

        Assert.True(
            approved.ReadToEnd() == actual,
            $"The public API changed: compare {received} with tests/EvalGate.Statistics.Tests/PublicApi.txt. "
            + "If intended, run 'dotnet build tests/EvalGate.Statistics.Tests -t:UpdatePublicApi' and review the diff.");
    }
}
