namespace EvalGate.PackageTests;

/// <summary>A test project on Microsoft.NET.Test.Sdk and xunit.runner.visualstudio.</summary>
public sealed class AVsTestProject(ThePackage package) : IDisposable
{
    private readonly SampleProject _project = SampleProject.OnVsTest(package);

    [Fact]
    public void IsLedFromTheFirstRunToTheFirstRedBuild()
    {
        _project.Build().Exits(0).Says("0 Warning(s)");
        _project.Test().Exits(0).Says("there is no baseline yet", "dotnet build -t:EvalGateAccept", "Total tests: 48");
        _project.Test("", ("CI", "true")).Exits(1).Says("EvalGateException : toy: NOT JUDGED – there is no baseline yet");

        _project.Accept().Exits(0).Says("accepted toy: 48 cases, 2 runs", "repeatable: correct");

        _project.Test().Exits(0).Says("toy: clear – identical on all 48 cases", "Passed: 48");
        _project.Test("", ("TOY", "worse")).Exits(1).Says(
            "toy: REGRESSED – language=de: correct fell 41.7 pp, from 100.0 % to 58.3 %",
            "de-00, de-01, de-02, de-03, de-04, de-05 and 4 more",
            "EvalGateException : toy: REGRESSED");
        _project.Test("--filter language=de", ("TOY", "worse")).Exits(0).Says("only 24 of 48 cases ran");

        _project.Build("-t:EvalGate").Exits(0).Says("EvalGate toy: clear – identical on all 48 cases", "0 Warning(s)");
        _project.Build("-t:EvalGate", ("TOY", "worse")).Exits(1).Says("evals/toy.eval.yaml(12,7): error EG2001: slice language=de: correct fell 41.7 pp");
    }

    public void Dispose() => _project.Dispose();
}
