using EvalGate.Files;
using EvalGate.Model;
using EvalGate.Snapshots;

namespace EvalGate.Commands;

/// <summary>What runs left of the outputs of one suite, newest first.</summary>
internal sealed class PendingRuns
{
    /// <summary>Where packs from elsewhere are kept, among the folders of target frameworks.</summary>
    public const string Pulled = "pulled";

    private readonly ILookup<string, LeftOutput> _byCase;

    private PendingRuns(IEnumerable<PendingPack> packs) =>
        _byCase = packs.SelectMany(p => p.Pending.Select(o => new LeftOutput(o, o.Received.Hash, p.Header.Run))).ToLookup(o => o.Pending.CaseId, StringComparer.Ordinal);

    /// <summary>Reads the packs of a suite.</summary>
    /// <param name="results">The folder with one folder per target framework.</param>
    /// <param name="suite">The suite.</param>
    /// <exception cref="FilesException">A file may not be read.</exception>
    public static PendingRuns Of(string results, Suite suite) =>
        new(SuiteRuns.Folders(results, suite.Name).SelectMany(f => PendingPack.All(PendingPack.FolderOf(f))).OrderByDescending(p => p.Header.Started));

    /// <summary>The newest output of a case with a text; null when no run left it.</summary>
    public LeftOutput? Find(string caseId, string textHash) => _byCase[caseId].FirstOrDefault(o => o.TextHash == textHash);

    /// <summary>How many results runs had for a case and input, and how many of them had a text.</summary>
    public (int Results, int Agreeing) Seen(string caseId, string inputHash, string textHash)
    {
        var same = _byCase[caseId].Where(o => o.Pending.InputHash == inputHash).DistinctBy(o => o.Run).ToArray();
        return (same.Sum(o => o.Pending.Results), same.Where(o => o.TextHash == textHash).Sum(o => o.Pending.Agreeing));
    }
}

/// <summary>An output that a run left.</summary>
/// <param name="Pending">The output.</param>
/// <param name="TextHash">Fingerprint of its text.</param>
/// <param name="Run">The run.</param>
internal sealed record LeftOutput(PendingSnapshot Pending, string TextHash, string Run);
