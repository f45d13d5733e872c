using System.Diagnostics;

namespace EvalGate.Files.Tests;

/// <summary>A disk of 64 kB in memory, gone after the test. Skips the test where this user may not mount one.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TempFolder _folder = new();

    public SmallDisk()
    {
        if (!OperatingSystem.IsLinux() || Run("mount", "-t", "tmpfs", "-o", "size=64k", "evalgate", _folder.Path) != 0)
        {
            _folder.Dispose();
            Assert.Skip("Only root on Linux may mount a disk small enough to be filled.");
        }
    }

    public string this[string relative] => _folder[relative];

    /// <summary>Fills the disk to the last byte, and leaves the entries of its folders free.</summary>
    public void Fill()
    {
        using var filler = new FileStream(this["filler"], FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                filler.Write(new byte[1024]);
            }
        }
        catch (IOException)
        {
            // This is what full means.
        }
    }

    public void Dispose()
    {
        // Lazily: a program that another test is starting still has what was open here, and the disk would be busy.
        Assert.Equal(0, Run("umount", "-l", _folder.Path));
        _folder.Dispose();
    }

    private static int Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
