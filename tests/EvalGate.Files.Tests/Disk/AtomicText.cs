namespace EvalGate.Files.Tests;

public static class AtomicText
{
    [Fact]
    public static void IsUtf8WithoutByteOrderMarkAndWithLineFeeds()
    {
        using var folder = new TempFolder();

        TextFile.WriteAtomically(folder["new/folder/x.md"], "ä\r\nb\rc\f\n");

        Assert.Equal("ä\nb\nc\f\n"u8, File.ReadAllBytes(folder["new/folder/x.md"]));
        Assert.Single(Directory.GetFileSystemEntries(folder["new/folder"]));
    }

    [Fact]
    public static void IsReadWithoutByteOrderMark()
    {
        using var folder = new TempFolder();

        Assert.Equal("ä", TextFile.Read(folder.Write("x", "\uFEFFä")));
        Assert.True(TextFile.Exists(folder["x"]));
        Assert.False(TextFile.Exists(folder.Path));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public static void IsReadAsUtf8WhateverItsMarkSays(string encoding)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["x"], "suite: toy", System.Text.Encoding.GetEncoding(encoding));

        Assert.StartsWith("\uFFFD", TextFile.Read(folder["x"]), StringComparison.Ordinal);
    }

    [Fact]
    public static void ThatIsUnchangedIsNotWritten()
    {
        using var folder = new TempFolder();

        Assert.True(TextFile.WriteIfChanged(folder["x"], "a\r\n"));
        Assert.False(TextFile.WriteIfChanged(folder["x"], "a\n"));
        Assert.True(TextFile.WriteIfChanged(folder["x"], "b\n"));
        Assert.Equal("b\n", TextFile.Read(folder["x"]));
    }

    [Fact]
    public static void ThatCannotBeRenamedLeavesEverythingAsItWas()
    {
        using var folder = new TempFolder();
        folder.Write("x/inside", "kept");

        var e = Assert.Throws<FilesException>(() => TextFile.WriteAtomically(folder["x"], "new"));

        Assert.Equal(folder["x"], e.Path);
        Assert.Contains(e.Remedy, e.Message, StringComparison.Ordinal);
        Assert.Equal([folder["x"]], Directory.GetFileSystemEntries(folder.Path));
        Assert.Equal("kept", File.ReadAllText(folder["x/inside"]));
    }

    [Fact]
    public static async Task IsNeverSeenByHalves()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows refuses to replace a file that is being read, which is an exception, not half a file.");
        using var folder = new TempFolder();
        var texts = Enumerable.Range(0, 4).Select(i => new string((char)('a' + i), 200_000)).ToArray();
        TextFile.WriteAtomically(folder["x"], texts[0]);

        var writers = texts.Select(t => Task.Run(() =>
        {
            for (var i = 0; i < 10; i++)
            {
                TextFile.WriteAtomically(folder["x"], t);
            }
        }, TestContext.Current.CancellationToken)).ToList();
        while (writers.Exists(w => !w.IsCompleted))
        {
            Assert.Contains(TextFile.Read(folder["x"]), texts);
        }

        await Task.WhenAll(writers);
        Assert.Single(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public static void IsDeletedOnce()
    {
        using var folder = new TempFolder();
        var path = folder.Write("x", "");

        TextFile.Delete(path);
        TextFile.Delete(path);
        TextFile.Delete(folder["none/x"]);

        Assert.False(File.Exists(path));
    }
}
