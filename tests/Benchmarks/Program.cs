using EvalGate.Benchmarks;

const int Rounds = 5;

// Usage: dotnet run --project tests/Benchmarks -c Release. Sides alternate, medians are compared; exit 1 when a bar is broken.
Console.WriteLine("| What | EvalGate | Other side | Ratio | At most | |");
Console.WriteLine("|--|--|--|--|--|--|");
var isKept = true;
IEnumerable<Bar> bars =
[
    .. WholeRuns.AgainstABareTheory(Rounds),
    .. WholeRuns.AgainstPerfectOverlap(Rounds),
    .. NoOpBuilds.AgainstTheSameWithout(Rounds),
    .. SnapshotRuns.AgainstNone(Rounds),
    .. SnapshotRuns.BuildsAgainstNone(Rounds),
];
foreach (var bar in bars)
{
    Console.WriteLine(bar.Row);
    isKept &= bar.IsKept;
}

return isKept ? 0 : 1;
