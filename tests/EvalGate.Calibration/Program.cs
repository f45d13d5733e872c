using System.Diagnostics;
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
var rows = new Study(effort, isQuick).Run(row => Console.Error.WriteLine($"{watch.Elapsed:mm\\:ss} {row.Question} {row.Setting}"));
await File.WriteAllTextAsync(path, new Report(Study.Rules, rows, effort).ToString());
return new Bars(Study.Rules, rows).AreKept ? 0 : 1;
