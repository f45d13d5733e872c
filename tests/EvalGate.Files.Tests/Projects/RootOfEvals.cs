namespace EvalGate.Files.Tests;

public static class RootOfEvals
{
    [Fact]
    public static void IsTheOverrideBeforeAll()
    {
        using var folder = AllThree();

        Assert.Equal("override", Text(new EvalRoot(folder["project"], folder["beside"], folder["override"])));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public static void IsTheProjectFolderWithoutOverride(string? none)
    {
        using var folder = AllThree();

        Assert.Equal("project", Text(new EvalRoot(folder["project"], folder["beside"], none)));
    }

    [Fact]
    public static void IsBesideTheAssemblyWhereTheProjectIsElsewhere()
    {
        using var folder = AllThree();

        Assert.Equal("beside", Text(new EvalRoot(folder["moved"], folder["beside"], null)));
    }

    [Fact]
    public static void NeverGivesAnOutdatedCopyForAMissingFile()
    {
        using var folder = AllThree();
        File.Delete(folder["project/evals/x.jsonl"]);

        Assert.Null(new EvalRoot(folder["project"], folder["beside"], null).FindFile("evals/x.jsonl"));
    }

    [Theory]
    [InlineData("../beside/evals/x.jsonl")]
    [InlineData("evals/../../beside/evals/x.jsonl")]
    [InlineData("/etc/passwd")]
    [InlineData("evals")]
    [InlineData("")]
    public static void IsNotLeft(string relative)
    {
        using var folder = AllThree();

        Assert.Null(new EvalRoot(folder["project"], folder["beside"], null).FindFile(relative));
    }

    private static string Text(EvalRoot root) => File.ReadAllText(root.FindFile("evals/x.jsonl")!);

    private static TempFolder AllThree()
    {
        var folder = new TempFolder();
        foreach (var name in new[] { "override", "project", "beside" })
        {
            folder.Write($"{name}/evals/x.jsonl", name);
        }

        return folder;
    }
}
