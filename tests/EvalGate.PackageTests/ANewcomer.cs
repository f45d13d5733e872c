namespace EvalGate.PackageTests;

public sealed class ANewcomer(ThePackage package) : IDisposable
{
    private readonly SampleProject _project = new(package);

    [Fact]
    public void IsLedFromTheFirstRunToTheFirstRedBuild()
    {
        _project.Build().Exits(0).Says("0 Warning(s)");

        _project.Test().Exits(0).Says("skipped EvalGate toy", "there is no baseline yet", "dotnet build -t:EvalGateAccept", "total: 49");
        _project.Test("", ("CI", "true")).Exits(2).Says("failed EvalGate toy", "there is no baseline yet");

        _project.Accept().Exits(0).Says("accepted toy: 48 cases, 2 runs", "evals/toy.baseline.jsonl", "repeatable: correct");
        Assert.Equal(49, File.ReadLines(_project.Baseline).Count());

        _project.Test().Exits(0).Says("total: 49", "succeeded: 49");
        _project.Test("", ("TOY", "worse")).Exits(2).Says(
            "failed EvalGate toy",
            "toy: REGRESSED – language=de: correct fell 41.7 pp, from 100.0 % to 58.3 %",
            "(allowed 5.0 pp)",
            "language=de 24",
            "de-00, de-01, de-02, de-03, de-04, de-05 and 4 more",
            "accept it: dotnet build -t:EvalGateAccept",
            "report.md");
        Assert.Contains("\"exit\": 1", File.ReadAllText(Path.Combine(_project.Results, "verdict.json")), StringComparison.Ordinal);
        Assert.StartsWith("## ❌ EvalGate toy", File.ReadAllText(Path.Combine(_project.Results, "report.md")), StringComparison.Ordinal);
    }

    public void Dispose() => _project.Dispose();
}
