using System.Runtime.InteropServices;

namespace EvalGate.Benchmarks;

/// <summary>What 10,000 approved outputs cost: the run that compares them, and the build that has nothing to do with them.</summary>
internal static partial class SnapshotRuns
{
    private const int Cases = 10_000;
    private const int NotNeeded = 4; // POSIX_FADV_DONTNEED

    /// <summary>The same suite with and without its snapshots, all unchanged; warm, and with their files out of the cache of the system.</summary>
    public static IEnumerable<Bar> AgainstNone(int rounds)
    {
        var (sample, folder) = Recorded();
        var runs = Enumerable.Range(0, rounds).Select(_ => (Without: sample.Test("off"), Warm: sample.Test(), Cold: Cold(sample, folder))).ToArray();
        yield return Bar.OfSeconds("10,000 unchanged snapshots, dotnet test: wall, against none", runs.Select(r => r.Warm.Seconds), runs.Select(r => r.Without.Seconds), 1.6);
        if (OperatingSystem.IsLinux())
        {
            yield return Bar.OfSeconds("10,000 unchanged snapshots, cold: wall, against none", runs.Select(r => r.Cold.Seconds), runs.Select(r => r.Without.Seconds), 1.6);
        }
    }

    /// <summary>A build that has nothing to do, with the snapshots and with their folder elsewhere.</summary>
    public static IEnumerable<Bar> BuildsAgainstNone(int rounds)
    {
        var (sample, folder) = Recorded();
        var aside = Path.Combine(Path.GetTempPath(), Path.GetFileName(folder));
        sample.BuildAgain();
        var builds = Enumerable.Range(0, 2 * rounds).Select(_ => (With: sample.BuildAgain(), Without: Without(sample, folder, aside))).ToArray();
        yield return Bar.OfSeconds("10,000 snapshots, no-op build: wall, against none", builds.Select(b => b.With.Seconds), builds.Select(b => b.Without.Seconds), 1.05);
    }

    private static (Sample Sample, string Folder) Recorded()
    {
        var sample = new Sample("Verified");
        sample.WriteCases(Cases);
        sample.Prepare();
        return (sample, sample.Snapshots);
    }

    private static Measured Without(Sample sample, string folder, string aside)
    {
        Directory.Move(folder, aside);
        try
        {
            return sample.BuildAgain();
        }
        finally
        {
            Directory.Move(aside, folder);
        }
    }

    private static Measured Cold(Sample sample, string folder)
    {
        if (OperatingSystem.IsLinux())
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            {
                using var handle = File.OpenHandle(file);
                Marshal.ThrowExceptionForHR(Advise(handle.DangerousGetHandle().ToInt32(), 0, 0, NotNeeded));
            }
        }

        return sample.Test();
    }

    [LibraryImport("libc", EntryPoint = "posix_fadvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Advise(int file, nint offset, nint length, int advice);
}
