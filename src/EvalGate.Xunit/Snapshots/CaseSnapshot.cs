using EvalGate.Snapshots;

namespace EvalGate.Xunit;

/// <summary>What became of the snapshot of one case.</summary>
/// <param name="Blocks">Whether its test fails.</param>
/// <param name="Message">What its test says; null when there is nothing to say.</param>
/// <param name="Received">What came out, where it waits for approval.</param>
internal sealed record CaseSnapshot(bool Blocks, string? Message, SnapshotText? Received);
