using System.Text;
using EvalGate.Model;

namespace EvalGate.Files;

/// <summary>Writes a run as a whole: what was merged, not what is happening.</summary>
public static class RunFile
{
    /// <summary>Writes a run with its end line.</summary>
    /// <param name="path">Where; an existing file is replaced.</param>
    /// <param name="run">A run that has ended.</param>
    /// <exception cref="ArgumentException">The run has no end.</exception>
    /// <exception cref="FilesException">The file may not be written, or the disk is full.</exception>
    public static void Write(string path, Run run)
    {
        var end = run.End ?? throw new ArgumentException("A run that was cut off is not written as a whole.", nameof(run));
        byte[][] lines = [RunLines.Header(run.Header), .. run.Records.Select(RunLines.Record), RunLines.End(end)];
        TextFile.WriteAtomically(path, string.Concat(lines.Select(l => Encoding.UTF8.GetString(l))));
    }
}
