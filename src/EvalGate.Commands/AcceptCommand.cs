using EvalGate.Files;
using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Commands;

/// <summary>Makes the runs of one suite its baseline.</summary>
public static class AcceptCommand
{
    /// <summary>Pools runs, writes the baseline and says what was accepted; or refuses and says why.</summary>
    /// <param name="loaded">The suite with its cases and a gate.</param>
    /// <param name="runs">The runs to pool: all of the same commit and stack, at least one.</param>
    /// <param name="acceptedBy">Who accepts.</param>
    /// <param name="reason">Why, or null.</param>
    /// <returns>What happened; a refused acceptance leaves the old baseline as it was.</returns>
    /// <exception cref="FilesException">The baseline cannot be written.</exception>
    public static AcceptResult Execute(LoadedSuite loaded, IReadOnlyList<Run> runs, string acceptedBy, string? reason)
    {
        var path = Path.Combine(loaded.Root.Folder, loaded.BaselinePath!);
        var before = BaselineFile.Read(path) as BaselineFound;
        var acceptance = Acceptance.Of(new()
        {
            Suite = loaded.Suite,
            Cases = loaded.Cases,
            Runs = runs,
            Components = loaded.Components(),
            AcceptedBy = acceptedBy,
            Reason = reason,
        });
        if (acceptance is not Accepted accepted)
        {
            return new(acceptance, path, null);
        }

        var against = before is null ? null : Judge.Decide(new()
        {
            Suite = loaded.Suite,
            Cases = loaded.Cases,
            Run = runs[^1],
            Baseline = before.Baseline,
        });
        BaselineFile.Write(path, accepted.Baseline);
        return new(acceptance, path, against);
    }
}

/// <summary>What became of an acceptance.</summary>
/// <param name="Acceptance">Accepted or refused.</param>
/// <param name="BaselinePath">The baseline's path.</param>
/// <param name="AgainstOld">The verdict of the newest run against the baseline that was replaced; null without one.</param>
public sealed record AcceptResult(Acceptance Acceptance, string BaselinePath, SuiteVerdict? AgainstOld);
