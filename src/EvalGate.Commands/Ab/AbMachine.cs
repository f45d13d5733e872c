namespace EvalGate.Commands;

/// <summary>What an A/B session between two commits asks of the machine. Both stop with an <see cref="OperationCanceledException"/> when they are told to.</summary>
/// <param name="Build">Builds the project of a side in a folder: what the build said when it failed, null when it did not.</param>
/// <param name="Run">Runs the tests of one turn; whether they pass does not matter.</param>
public sealed record AbMachine(Func<string, string, CancellationToken, string?> Build, Action<AbBlock, CancellationToken> Run);
