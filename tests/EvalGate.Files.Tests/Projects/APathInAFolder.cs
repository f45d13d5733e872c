namespace EvalGate.Files.Tests;

public static class APathInAFolder
{
    private static readonly bool IgnoresCase = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS();

    [Theory]
    [InlineData("evals/a.yaml", "evals/a.yaml")]
    [InlineData("./x/../evals/a.yaml", "evals/a.yaml")]
    [InlineData("..a.yaml", "..a.yaml")]
    [InlineData("../project/a.yaml", "a.yaml")]
    [InlineData("", null)]
    [InlineData("..", null)]
    [InlineData("../projects/a.yaml", null)]
    [InlineData("../../a.yaml", null)]
    public static void ReadsFromTheFolderUnlessItLeavesIt(string path, string? expected)
    {
        var folder = Path.GetFullPath(Path.Combine(Path.GetTempPath(), "project"));

        Assert.Equal(expected, FolderPath.Below(folder, Path.GetFullPath(path, folder)));
        Assert.Equal(expected, FolderPath.Below(folder + Path.DirectorySeparatorChar, Path.GetFullPath(path, folder)));
    }

    [Fact]
    public static void IsComparedAsTheSystemComparesIt()
    {
        var folder = Path.GetFullPath(Path.Combine(Path.GetTempPath(), "Project"));

        Assert.Equal(IgnoresCase ? "a.yaml" : null, FolderPath.Below(folder, Path.GetFullPath("../PROJECT/a.yaml", folder)));
        Assert.Equal(IgnoresCase, FolderPath.Comparer.Equals("evals/A.yaml", "Evals/a.yaml"));
    }
}
