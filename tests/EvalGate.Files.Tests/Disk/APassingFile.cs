namespace EvalGate.Files.Tests;

public static class APassingFile
{
    [Fact]
    public static void IsItsOwnWhoeverElseHasOneOfItsName()
    {
        using var one = new PassingFile("results.zip", "one"u8.ToArray());
        using var other = new PassingFile("results.zip", "other"u8.ToArray());

        Assert.Equal(["one", "other"], [File.ReadAllText(one.Path), File.ReadAllText(other.Path)]);
        Assert.All([one, other], f => Assert.Equal("results.zip", Path.GetFileName(f.Path)));
    }

    [Fact]
    public static void GoesWithItsFolder()
    {
        var file = new PassingFile("x", default);
        var folder = Path.GetDirectoryName(file.Path);

        file.Dispose();

        Assert.False(Directory.Exists(folder));
    }
}
