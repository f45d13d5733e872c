using EvalGate.Benchmarks;

const int Rounds = 5;

// Usage: dotnet run --project tests/Benchmarks -c Release [-- SCENARIO …]. Sides alternate, medians are compared; exit 1 when a bar is broken.
(string Name, IEnumerable<Bar> Bars)[] scenarios =
[
    ("judging", SliceTests.Bars().Concat(Judging.AgainstParsing(Rounds))),
    ("tool", ToolRuns.AgainstAnEmptyProgram(Rounds).Concat(ToolRuns.AgainstParsing(Rounds))),
    ("rendering", Rendering.AgainstPlainJson(Rounds)),
    ("calls", ModelCalls.PerCall().Concat(ModelCalls.AgainstReadingAll(Rounds)).Concat(ModelCalls.AgainstPerfectOverlap(Rounds))),
    ("leakage", LeakageScans.AgainstGrep(Rounds).Concat(LeakageScans.NearDuplicatesOfTwoSizes(Rounds))),
    ("runs", WholeRuns.AgainstABareTheory(Rounds).Concat(WholeRuns.AgainstPerfectOverlap(Rounds))),
    ("builds", NoOpBuilds.AgainstTheSameWithout(Rounds)),
    ("warehouse", WarehouseSums.AgainstBareSql(Rounds)),
    ("snapshots", SnapshotRuns.AgainstNone(Rounds).Concat(SnapshotRuns.BuildsAgainstNone(Rounds))),
];
Console.WriteLine("| What | EvalGate | Other side | Ratio | At most | |");
Console.WriteLine("|--|--|--|--|--|--|");
var isKept = true;
foreach (var bar in scenarios.Where(s => args.Length == 0 || args.Contains(s.Name)).SelectMany(s => s.Bars))
{
    Console.WriteLine(bar.Row);
    isKept &= bar.IsKept;
}

return isKept ? 0 : 1;
