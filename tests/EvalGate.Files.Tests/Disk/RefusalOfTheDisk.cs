namespace EvalGate.Files.Tests;

public static class RefusalOfTheDisk
{
    [Theory]
    [InlineData(28)]
    [InlineData(unchecked((int)0x80070070))]
    public static void ForLackOfSpaceAsksForSpace(int code) =>
        Assert.Equal("Free space on the disk and run again.", FilesException.From("x", new IOException("No space left on device", code)).Remedy);

    [Fact]
    public static void ForLackOfRightsAsksForAccess()
    {
        var e = FilesException.From("out/x", new UnauthorizedAccessException("Access denied"));

        Assert.Equal("out/x: Access denied. Grant access to it, or set EVALGATE_ROOT or the output folder to a place that may be written.", e.Message);
    }

    [Fact]
    public static void IsKnownFromADeviceThatIsFull()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "Only Linux has a device that is always full.");

        var e = Assert.Throws<FilesException>(() => Disk.Access("/dev/full", () =>
        {
            using var stream = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            stream.WriteByte(1);
        }));

        Assert.Equal("Free space on the disk and run again.", e.Remedy);
    }

    [Fact]
    public static void ToReadAFolderAsAFileIsNamed()
    {
        using var folder = new TempFolder();

        Assert.StartsWith(folder.Path + ": ", Assert.Throws<FilesException>(() => TextFile.Read(folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public static void OfAFolderThatMayNotBeWrittenLeavesItAsItWas()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Assert.Skip("Needs a user whom folders can refuse.");
            return;
        }

        using var folder = new TempFolder();
        var closed = Directory.CreateDirectory(folder["closed"], UnixFileMode.UserRead | UnixFileMode.UserExecute).FullName;

        Assert.Contains("Grant access", Assert.Throws<FilesException>(() => TextFile.WriteAtomically(Path.Combine(closed, "x"), "")).Remedy, StringComparison.Ordinal);
        Assert.Contains("Grant access", Assert.Throws<FilesException>(() => RunWriter.Create(closed, ARun.Header)).Remedy, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(closed));
    }
}
