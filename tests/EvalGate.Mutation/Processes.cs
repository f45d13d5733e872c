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
    /// <summary>Runs a process.</summary>
    /// <param name="start">The process.</param>
    /// <param name="limit">How long it may take.</param>
    /// <param name="told">Told of every line that it writes; null when nobody wants to know.</param>
    public static Ending Run(ProcessStartInfo start, TimeSpan limit, Action<string>? told = null)
    {
        using var process = Started(start, told ?? (_ => { }));
        if (process.WaitForExit(limit))
        {
            return process.ExitCode == 0 ? Ending.Success : Ending.Failure;
        }

        Stop(process);
        return Ending.Timeout;
    }

    /// <summary>Runs a process until a line of its output says that it has done what was wanted of it, and stops it then.</summary>
    /// <param name="start">The process.</param>
    /// <param name="isDone">Tells that line.</param>
    /// <param name="limit">How long that may take.</param>
    /// <returns>The lines until then.</returns>
    /// <exception cref="InvalidOperationException">It ended, or the time did, before such a line.</exception>
    public static IReadOnlyList<string> Until(ProcessStartInfo start, Func<string, bool> isDone, TimeSpan limit)
    {
        var lines = new List<string>();
        using var done = new ManualResetEventSlim();
        using var process = Started(start, line =>
        {
            lock (lines)
            {
                lines.Add(line);
            }

            if (isDone(line))
            {
                done.Set();
            }
        });
        var watch = Stopwatch.StartNew();
        while (!done.Wait(TimeSpan.FromSeconds(1)) && !process.HasExited && watch.Elapsed < limit)
        {
        }

        Stop(process);
        lock (lines)
        {
            return done.IsSet ? [.. lines] : throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList)} did not come that far:\n{string.Join('\n', lines.TakeLast(20))}");
        }
    }

    private static Process Started(ProcessStartInfo start, Action<string> read)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, e) => read(e.Data ?? "");
        process.ErrorDataReceived += (_, e) => read(e.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static void Stop(Process process)
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }
}
