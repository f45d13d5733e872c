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
    public static void ForAReadOnlyDiskAsksForAccess() =>
        Assert.StartsWith("Grant access", FilesException.From("x", new IOException("Read-only file system", 30)).Remedy, StringComparison.Ordinal);

    [Fact]
    public static void ToReadAFolderAsAFileIsNamed()
    {
        using var folder = new TempFolder();

        Assert.StartsWith(folder.Path + ": ", Assert.Throws<FilesException>(() => TextFile.Read(folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public static void OfAFolderThatMayNotBeWrittenLeavesItAsItWas()
    {
        using var folder = new TempFolder();
        var closed = Refusing(folder);
        var before = Directory.GetFileSystemEntries(closed);

        Assert.StartsWith("Grant access", Assert.Throws<FilesException>(() => TextFile.WriteAtomically(Path.Combine(closed, "x"), "")).Remedy, StringComparison.Ordinal);
        Assert.StartsWith("Grant access", Assert.Throws<FilesException>(() => RunWriter.Create(closed, ARun.Header)).Remedy, StringComparison.Ordinal);
        Assert.StartsWith("Grant access", Assert.Throws<FilesException>(() => RunWriter.Create(Path.Combine(closed, "new"), ARun.Header)).Remedy, StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetFileSystemEntries(closed));
    }

    /// <summary>A folder that refuses this user. The kernel's own folder refuses even root.</summary>
    private static string Refusing(TempFolder folder)
    {
        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess)
        {
            return "/sys/kernel";
        }

        Assert.SkipWhen(Environment.IsPrivilegedProcess, "No folder refuses this user here.");
        return OperatingSystem.IsWindows()
            ? Environment.GetFolderPath(Environment.SpecialFolder.Windows)
            : Directory.CreateDirectory(folder["closed"], UnixFileMode.UserRead | UnixFileMode.UserExecute).FullName;
    }
}
