using System.Diagnostics;
using EvalGate.Calibration.Gates;
using EvalGate.Calibration.Measuring;

// Usage: EvalGate.Calibration <file to write> [--quick]
if (args is not [var path, .. var options] || options.Except(["--quick"]).Any())
{
    await Console.Error.WriteLineAsync("Usage: EvalGate.Calibration <file to write> [--quick]");
    return 2;
}

var isQuick = options.Contains("--quick");
var effort = isQuick ? Effort.Quick : Effort.Full;
var watch = Stopwatch.StartNew();
var rows = new Study(effort, isQuick).Run(row => Progress($"{row.Question} {row.Setting}"));
void Told(GateRow row) => Progress($"{row.Setting}: {row.Asked}");
var gate = new GateReport(new GateStudy(effort, isQuick).Run(Told), new UnpairedStudy(effort, isQuick).Run(Told), new TailStudy(effort, isQuick).Run(Told));
await File.WriteAllTextAsync(path, new Report(Study.Rules, rows, effort).ToString() + gate);
return new Bars(Study.Rules, rows).AreKept && gate.IsKept ? 0 : 1;

void Progress(string text) => Console.Error.WriteLine($"{watch.Elapsed:mm\\:ss} {text}");
