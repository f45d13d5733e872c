using EvalGate.Commands;
using EvalGate.Model;

namespace EvalGate.Tool.Verbs;

/// <summary>Runs the evals again until outputs were seen often enough to be called stable.</summary>
internal static class StabilityRuns
{
    /// <summary>Makes as many runs as are missing; outputs that disagree already need none.</summary>
    public static void Make(ApproveRequest request, Terminal terminal, ISuiteLanguage language)
    {
        for (var made = 1; made < request.Filter.Stability; made++)
        {
            var folders = Short(request, language).ToArray();
            foreach (var folder in folders)
            {
                terminal.Error.WriteLine($"Running the evals of {Near.Path(terminal.Folder, folder)} again, to see whether outputs stay the same …");
                terminal.RunTests(folder);
            }

            if (folders.Length == 0)
            {
                return;
            }
        }
    }

    private static IEnumerable<string> Short(ApproveRequest request, ISuiteLanguage language) => SnapshotSuites.Read(request.Place, language).States
        .Where(s => request.Filter.Unstable(s).Any(c => c.Seen.Agreeing == c.Seen.Results && c.Seen.Results < request.Filter.Stability))
        .Select(s => s.Loaded.Root.Folder).Distinct(StringComparer.Ordinal);
}
