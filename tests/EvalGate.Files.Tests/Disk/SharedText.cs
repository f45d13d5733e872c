namespace EvalGate.Files.Tests;

public static class SharedText
{
    [Fact]
    public static void HoldsWhatManyAppendAtOnce()
    {
        using var folder = new TempFolder();
        var texts = Enumerable.Range(0, 40).Select(i => $"{i}: {new string('x', 200)}\n").ToArray();

        Parallel.ForEach(texts, text => Assert.True(SharedTextFile.Append(folder["summary.md"], text, 1_000_000)));

        Assert.Equal(texts.Order(StringComparer.Ordinal), File.ReadLines(folder["summary.md"]).Select(l => l + "\n").Order(StringComparer.Ordinal));
    }

    [Fact]
    public static void StaysBelowItsLimit()
    {
        using var folder = new TempFolder();

        Assert.True(SharedTextFile.Append(folder["s"], "1234\r\n", 10));
        Assert.False(SharedTextFile.Append(folder["s"], "123456", 10));
        Assert.True(SharedTextFile.Append(folder["s"], "äö\n", 10));

        Assert.Equal("1234\näö\n", File.ReadAllText(folder["s"]));
    }

    [Fact]
    public static void IsRefusedWhereNothingMayBeWritten()
    {
        using var folder = new TempFolder();

        Assert.Throws<FilesException>(() => SharedTextFile.Append(folder.Path, "x", 10));
        Assert.Throws<FilesException>(() => SharedTextFile.Append(folder["none/s"], "x", 10));
    }
}
