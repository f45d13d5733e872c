using System.Diagnostics;
using System.Globalization;

namespace EvalGate.TestKit;

/// <summary>What something costs the thread that does it: a busy machine lengthens the time of day, and not the time that a processor worked for it.</summary>
public static class ProcessorTime
{
    // What Linux counts in, on every machine.
    private const double TicksPerSecond = 100;

    /// <summary>The processor's time; where the system does not tell that of a thread, the time of day.</summary>
    /// <param name="action">What is done, on this thread alone.</param>
    public static TimeSpan Of(Action action)
    {
        var (watch, before) = (Stopwatch.StartNew(), Used());
        action();
        return Used() is { } after && before is { } start ? after - start : watch.Elapsed;
    }

    /// <summary>Fields 14 and 15 of <c>proc_pid_stat(5)</c>, counted from behind the program's name.</summary>
    private static TimeSpan? Used()
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var fields = File.ReadAllText("/proc/thread-self/stat").Split(") ")[^1].Split(' ');
        return TimeSpan.FromSeconds(fields[11..13].Sum(f => long.Parse(f, CultureInfo.InvariantCulture)) / TicksPerSecond);
    }
}
