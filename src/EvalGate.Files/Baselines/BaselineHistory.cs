using System.Globalization;
using System.Text;
using EvalGate.Model;

namespace EvalGate.Files;

/// <summary>The baselines that a suite had, out of its repository's history.</summary>
public static class BaselineHistory
{
    /// <summary>Reads them one after the other: large ones need not be held together.</summary>
    /// <param name="path">The baseline's path today.</param>
    /// <param name="suite">The suite they must belong to.</param>
    /// <param name="most">How many commits are looked at, newest first.</param>
    /// <returns>Newest first; none without git. A revision that holds no sound baseline is left out.</returns>
    public static IEnumerable<Baseline> Read(string path, string suite, int most)
    {
        var commits = GitProcess.Output(path, ["rev-list", string.Create(CultureInfo.InvariantCulture, $"--max-count={most}"), "HEAD", "--", $"./{Path.GetFileName(path)}"]);
        return Encoding.ASCII.GetString(commits ?? []).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(commit => BaselineFile.ReadRevision(path, commit, suite)).OfType<BaselineFound>().Select(found => found.Baseline);
    }
}
