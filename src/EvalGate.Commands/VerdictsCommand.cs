using EvalGate.Files;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Reports;

namespace EvalGate.Commands;

/// <summary>Reads the verdicts that runs left behind, on this machine or another.</summary>
public static class VerdictsCommand
{
    private const int MostFiles = 100;
    private const long Largest = 16 * 1024 * 1024;

    /// <summary>Reads every <c>verdict.json</c> below a folder. The files may come from a stranger: their number and size are bounded.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="FilesException">The folder or a file cannot be read, or a file is too large.</exception>
    public static VerdictsResult Execute(string folder)
    {
        var files = Glob.Find(folder, ["**/verdict.json"]);
        if (files.Count > MostFiles)
        {
            return new([], [Problem(folder, $"there are {files.Count} verdicts; {MostFiles} are read at most.")]);
        }

        return Read(folder, files.Select(f => (f, TextFile.Read(Path.Combine(folder, f), Largest))));
    }

    /// <summary>Reads every <c>verdict.json</c> in a zip, as a workflow run uploads it.</summary>
    /// <param name="zip">The zip.</param>
    /// <exception cref="FilesException">It is no zip, or holds more than any run leaves.</exception>
    public static VerdictsResult OfZip(string zip) => Read(zip, ZippedTexts.Read(zip, name => name == "verdict.json", Largest, MostFiles));

    private static VerdictsResult Read(string place, IEnumerable<(string File, string Text)> files)
    {
        var readings = files.Select(f => (f.File, Reading: VerdictReader.Read(f.Text))).ToArray();
        var verdicts = readings.Select(r => r.Reading.Verdict).OfType<SuiteVerdict>().OrderBy(v => v.Suite, StringComparer.Ordinal).ToArray();
        return new(
            verdicts,
            [
                .. readings.Where(r => r.Reading.Problem is not null).Select(r => Problem(r.File, $"this verdict cannot be used: {r.Reading.Problem}.")),
                .. verdicts.GroupBy(v => v.Suite, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => Problem(place, $"there are {g.Count()} verdicts of '{ShownText.Of(g.Key)}'. Publish one of each suite.")),
            ]);
    }

    private static Diagnostic Problem(string file, string message) => new(DiagnosticCodes.BadFile, Severity.Error, message, new(file, 0, 0));
}

/// <summary>The verdicts that were found.</summary>
/// <param name="Verdicts">By suite.</param>
/// <param name="Problems">Files that hold none, and suites that have several.</param>
public sealed record VerdictsResult(IReadOnlyList<SuiteVerdict> Verdicts, IReadOnlyList<Diagnostic> Problems);
