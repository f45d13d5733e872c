using PublicApiGenerator;

namespace EvalGate.Shadow.Tests;

/// <summary>The whole public API in one reviewed file; its diff is the API review.</summary>
public static class ThePublicApi
{
    [Fact]
    public static void IsTheApprovedOne() =>
        Approved.Is("PublicApi.txt", typeof(ShadowLog).Assembly.GeneratePublicApi(new() { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n") + "\n");
}
