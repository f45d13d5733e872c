using System.Diagnostics;
using EvalGate.Benchmarks;

const int Rounds = 5;

// Usage: dotnet run --project tests/Benchmarks -c Release [-- SCENARIO …]. Sides alternate, medians are compared; exit 1 when a bar is broken.
// Each scenario has a process of its own, so that none pays for the memory and the warm code of another.
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
string[] names = [.. scenarios.Select(s => s.Name)];
if (args.FirstOrDefault(a => !names.Contains(a)) is { } unknown)
{
    await Console.Error.WriteLineAsync($"There is no scenario '{unknown}'. There are: {string.Join(", ", names)}.");
    return 2;
}

var chosen = args.Length == 0 ? names : args;
if (chosen is not [var only])
{
    return chosen.Select(IsKept).ToArray().All(kept => kept) ? 0 : 1;
}

Console.WriteLine("| What | EvalGate | Other side | Ratio | At most | |");
Console.WriteLine("|--|--|--|--|--|--|");
var isKept = true;
foreach (var bar in scenarios.Single(s => s.Name == only).Bars)
{
    Console.WriteLine(bar.Row);
    isKept &= bar.IsKept;
}

return isKept ? 0 : 1;

static bool IsKept(string scenario)
{
    using var process = Process.Start(Environment.ProcessPath!, scenario);
    process.WaitForExit();
    return process.ExitCode == 0;
}
