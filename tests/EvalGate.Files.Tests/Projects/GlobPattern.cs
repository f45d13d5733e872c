namespace EvalGate.Files.Tests;

public static class GlobPattern
{
    private static readonly string[] Tree =
    [
        "a.md", "B.md", "kb/x.md", "kb/deep/y.md", "kb/deep/er/z.md", "kb/x.txt", ".hidden/h.md", "kb/[1].md",
        "bin/b.md", "kb/obj/o.md", ".git/g.md", "TestResults/t.md", "binary/c.md", "a.snapshots/s.md", "kb/a.recordings/r.md",
    ];

    [Theory]
    [InlineData("*.md", "B.md a.md")]
    [InlineData("?.md", "B.md a.md")]
    [InlineData("a.md", "a.md")]
    [InlineData("A.md", "")]
    [InlineData("b.MD", "")]
    [InlineData("./kb//x.md", "kb/x.md")]
    [InlineData("kb\\x.md", "kb/x.md")]
    [InlineData("kb/*.md", "kb/[1].md kb/x.md")]
    [InlineData("kb/[1].md", "kb/[1].md")]
    [InlineData("kb/**/*.md", "kb/[1].md kb/deep/er/z.md kb/deep/y.md kb/x.md")]
    [InlineData("kb/**/**/y.md", "kb/deep/y.md")]
    [InlineData("**/deep/**", "kb/deep/er/z.md kb/deep/y.md")]
    [InlineData("*/*/y.*", "kb/deep/y.md")]
    [InlineData("**/*.md", ".hidden/h.md B.md a.md binary/c.md kb/[1].md kb/deep/er/z.md kb/deep/y.md kb/x.md")]
    [InlineData("bin/b.md", "")]
    [InlineData("kb", "")]
    [InlineData("kb/", "")]
    [InlineData("", "")]
    [InlineData("../*/a.md", "")]
    [InlineData("kb/../a.md", "")]
    [InlineData("/etc/*", "")]
    [InlineData("\\etc\\*", "")]
    [InlineData("C:/*", "")]
    public static void Finds(string pattern, string files)
    {
        using var folder = ATree();

        Assert.Equal(files.Split(' ', StringSplitOptions.RemoveEmptyEntries), Glob.Find(folder.Path, [pattern]));
    }

    [Fact]
    public static void TogetherWithOthersFindsEachFileOnceInOrdinalOrder()
    {
        using var folder = ATree();

        Assert.Equal(["B.md", "a.md", "kb/x.md"], Glob.Find(folder.Path, ["kb/x.md", "*.md", "**/x.md"]));
    }

    [Fact]
    public static void DoesNotFollowLinksOutOfTheRootOrInCircles()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        using var outside = new TempFolder();
        outside.Write("secret.md", "");
        using var folder = ATree();
        Directory.CreateSymbolicLink(folder["kb/out"], outside.Path);
        Directory.CreateSymbolicLink(folder["kb/circle"], folder.Path);
        File.CreateSymbolicLink(folder["kb/leak.md"], outside["secret.md"]);
        File.CreateSymbolicLink(folder["kb/broken.md"], folder["nowhere.md"]);
        File.CreateSymbolicLink(folder["kb/inside.md"], folder["a.md"]);

        Assert.Equal(["kb/[1].md", "kb/deep/er/z.md", "kb/deep/y.md", "kb/inside.md", "kb/x.md"], Glob.Find(folder.Path, ["kb/**/*.md"]));
    }

    [Fact]
    public static void FindsNothingInAFolderThatDoesNotExist()
    {
        using var folder = new TempFolder();

        Assert.Empty(Glob.Find(folder["none"], ["**"]));
    }

    private static TempFolder ATree()
    {
        var folder = new TempFolder();
        foreach (var file in Tree)
        {
            folder.Write(file, file);
        }

        return folder;
    }
}
