using EvalGate.Benchmarks;

const int Rounds = 5;

// Usage: dotnet run --project tests/Benchmarks -c Release. Sides alternate, medians are compared; exit 1 when a bar is broken.
Console.WriteLine("| What | EvalGate | Other side | Ratio | At most | |");
Console.WriteLine("|--|--|--|--|--|--|");
var isKept = true;
var bars = WholeRuns.AgainstABareTheory(Rounds)
    .Concat(WholeRuns.AgainstPerfectOverlap(Rounds))
    .Concat(NoOpBuilds.AgainstTheSameWithout(Rounds))
    .Concat(SnapshotRuns.AgainstNone(Rounds))
    .Concat(SnapshotRuns.BuildsAgainstNone(Rounds));
foreach (var bar in bars)
{
    Console.WriteLine(bar.Row);
    isKept &= bar.IsKept;
}

return isKept ? 0 : 1;
