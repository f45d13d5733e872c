using System.Diagnostics;

namespace EvalGate.Tool.Review;

/// <summary>A program whose output is read, and that goes with everything it started when it is not waited for any more.</summary>
internal sealed class StoppableProcess : IDisposable
{
    private readonly Process _process;

    /// <summary>Starts it.</summary>
    /// <param name="start">The program.</param>
    /// <param name="told">Told of every line that it writes.</param>
    public StoppableProcess(ProcessStartInfo start, Action<string> told)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, e) => told(e.Data ?? "");
        _process.ErrorDataReceived += (_, e) => told(e.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Its exit code, once it has ended.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>Waits for its end.</summary>
    /// <param name="time">How long.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <returns>Whether it has ended, and all that it wrote was told.</returns>
    /// <exception cref="OperationCanceledException">It is not waited for any more.</exception>
    public bool Ends(TimeSpan time, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        if (!_process.WaitForExit(time))
        {
            return false;
        }

        // Ctrl-C reaches the program too, and its end is none then.
        _process.WaitForExit();
        stop.ThrowIfCancellationRequested();
        return true;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }
}
