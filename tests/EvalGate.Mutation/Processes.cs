using System.Diagnostics;

namespace EvalGate.Mutation;

/// <summary>How a process ended.</summary>
public enum Ending
{
    /// <summary>It succeeded.</summary>
    Success,

    /// <summary>It failed.</summary>
    Failure,

    /// <summary>It took too long and was stopped.</summary>
    Timeout,
}

/// <summary>Runs processes to their end, or no longer than they may.</summary>
internal static class Processes
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    /// <summary>A process that waits for something which never comes uses no time of a processor. One that waits for a busy machine may be slow.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(60);

    /// <summary>Runs a process.</summary>
    /// <param name="start">The process.</param>
    /// <param name="limit">How much processor time it may use: on a busy machine, nothing looks endless that is not.</param>
    /// <param name="hasFailed">Tells the line of its output after which it can be stopped as failed; null when it says so only by its exit code.</param>
    /// <returns>How it ended, what it used and what it wrote.</returns>
    public static (Ending Ending, TimeSpan Used, IReadOnlyList<string> Lines) Run(ProcessStartInfo start, TimeSpan limit, Func<string, bool>? hasFailed = null)
    {
        var output = new Output(hasFailed ?? (_ => false));
        using var process = Started(start, output);
        var watch = Stopwatch.StartNew();
        var used = TimeSpan.Zero;
        while (!output.IsSeen && !process.WaitForExit(Glance))
        {
            used = UsedBy(process) ?? used;
            if (used > limit || watch.Elapsed > LongestWait)
            {
                Stop(process);
                return (Ending.Timeout, used, output.Lines);
            }
        }

        if (output.IsSeen)
        {
            Stop(process);
            return (Ending.Failure, used, output.Lines);
        }

        process.WaitForExit();
        return (process.ExitCode == 0 ? Ending.Success : Ending.Failure, used, output.Lines);
    }

    /// <summary>Runs a process until a line of its output says that it has done what was wanted of it, and stops it then.</summary>
    /// <param name="start">The process.</param>
    /// <param name="isDone">Tells that line.</param>
    /// <param name="limit">How much processor time it may use.</param>
    /// <returns>The lines until then.</returns>
    /// <exception cref="InvalidOperationException">It ended, or the time did, before such a line.</exception>
    public static IReadOnlyList<string> Until(ProcessStartInfo start, Func<string, bool> isDone, TimeSpan limit)
    {
        var lines = Run(start, limit, isDone).Lines;
        return lines.Any(isDone) ? lines : throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList)} did not come that far:\n{string.Join('\n', lines.TakeLast(20))}");
    }

    private static Process Started(ProcessStartInfo start, Output output)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, e) => output.Add(e.Data ?? "");
        process.ErrorDataReceived += (_, e) => output.Add(e.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    // Nothing can be asked of a process that has ended meanwhile.
    private static TimeSpan? UsedBy(Process process)
    {
        try
        {
            return process.TotalProcessorTime;
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static void Stop(Process process)
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }

    /// <summary>What a process wrote, and whether a line was among it.</summary>
    private sealed class Output(Func<string, bool> isIt)
    {
        private readonly List<string> _lines = [];
        private volatile bool _isSeen;

        public bool IsSeen => _isSeen;

        public IReadOnlyList<string> Lines
        {
            get
            {
                lock (_lines)
                {
                    return [.. _lines];
                }
            }
        }

        public void Add(string line)
        {
            lock (_lines)
            {
                _lines.Add(line);
            }

            if (isIt(line))
            {
                _isSeen = true;
            }
        }
    }
}
