namespace EvalGate.Files.Tests;

public static class APattern
{
    [Fact]
    public static void IsAPathWithoutWildcards() => Assert.Equal(["../x/y.csv"], FilePattern.Find("/nowhere", "..\\x/y.csv"));

    [Fact]
    public static void FindsFilesWhereverItPoints()
    {
        using var folder = new TempFolder();
        folder.Write("TestResults/b.csv", "");
        folder.Write("TestResults/a.csv", "");
        folder.Write("TestResults/deep/c.csv", "");
        Directory.CreateDirectory(folder["work"]);

        Assert.Equal(["../TestResults/a.csv", "../TestResults/b.csv"], FilePattern.Find(folder["work"], "../TestResults/*.csv"));
        Assert.Equal(["TestResults/a.csv", "TestResults/b.csv", "TestResults/deep/c.csv"], FilePattern.Find(folder.Path, "TestResults/**/?.csv"));
        Assert.Equal([$"{folder.Path}/TestResults/a.csv"], FilePattern.Find("/nowhere", $"{folder.Path}/TestResults/a*"));
    }

    [Fact]
    public static void ThatMatchesNothingIsNamed()
    {
        using var folder = new TempFolder();

        Assert.Contains("*.csv", Assert.Throws<FilesException>(() => FilePattern.Find(folder.Path, "*.csv")).Message, StringComparison.Ordinal);
    }
}
