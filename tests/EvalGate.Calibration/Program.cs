using System.Diagnostics;
using EvalGate.Calibration.Gates;
using EvalGate.Calibration.Measuring;

// Usage: EvalGate.Calibration <file to write> [--quick] [--gate: only the second half; the first stays as it is in the file]
if (args is not [var path, .. var options] || options.Except(["--quick", "--gate"]).Any())
{
    await Console.Error.WriteLineAsync("Usage: EvalGate.Calibration <file to write> [--quick] [--gate]");
    return 2;
}

var isQuick = options.Contains("--quick");
var effort = isQuick ? Effort.Quick : Effort.Full;
var watch = Stopwatch.StartNew();
var (rules, areKept) = options.Contains("--gate") ? (GateReport.Before(await File.ReadAllTextAsync(path)), true) : Rules();
var gate = new GateReport(new GateStudy(effort, isQuick).Run(Told), new UnpairedStudy(effort, isQuick).Run(Told), new TailStudy(effort, isQuick).Run(Told));
await File.WriteAllTextAsync(path, rules + gate);
return areKept && gate.IsKept ? 0 : 1;

(string Text, bool AreKept) Rules()
{
    var rows = new Study(effort, isQuick).Run(row => Progress($"{row.Question} {row.Setting}"));
    return (new Report(Study.Rules, rows, effort).ToString(), new Bars(Study.Rules, rows).AreKept);
}

void Told(GateRow row) => Progress($"{row.Setting}: {row.Asked}");

void Progress(string text) => Console.Error.WriteLine($"{watch.Elapsed:mm\\:ss} {text}");
