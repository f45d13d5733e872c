using EvalGate.Reports.Tests.Scenes;

namespace EvalGate.Reports.Tests;

/// <summary>A message with a code and a place, as a build shows it.</summary>
public static class AFinding
{
    public static TheoryData<string> Scenes => Scene.Names;

    [Fact]
    public static void ReadsAsApproved() => Approved.Is("findings.txt", string.Concat(
        from scene in Scene.OfVerdicts
        let findings = Scene.Of(scene).Findings
        where findings.Count > 0
        select $"{scene}:\n{string.Concat(findings.Select(f => $"  {f}\n"))}"));

    [Theory]
    [MemberData(nameof(Scenes))]
    public static void StandsBehindEveryBuildThatBlocks(string scene)
    {
        var verdict = Scene.Of(scene);

        Assert.Equal(verdict.Blocks, verdict.Findings.Any(f => f.Severity == Model.Severity.Error));
    }
}
