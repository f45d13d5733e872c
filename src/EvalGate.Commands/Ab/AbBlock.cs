using EvalGate.Datasets;

namespace EvalGate.Commands;

/// <summary>One turn of one side in an A/B session between two commits: its tests run with a part of the cases, recording only.</summary>
/// <param name="Side">What people call the side.</param>
/// <param name="IsBaseline">Whether it is the side of the earlier commit, which is nowhere but in its worktree.</param>
/// <param name="Folder">The project's folder.</param>
/// <param name="Part">The cases.</param>
/// <param name="Results">Where its runs go.</param>
public sealed record AbBlock(string Side, bool IsBaseline, string Folder, Shard Part, string Results);
