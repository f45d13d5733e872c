namespace EvalGate.PackageTests;

public sealed class SeveralFrameworks(ThePackage package) : IDisposable
{
    private const string Frameworks = """
        <TargetFrameworks>net10.0;net10.0-windows</TargetFrameworks>
        <EnableWindowsTargeting>true</EnableWindowsTargeting>
        <DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads>
        """;

    private readonly SampleProject _project = new(package);

    [Fact]
    public void HaveTheirEvalsInOneOfThem()
    {
        _project.Write("Toy.csproj", _project.ProjectFile("").Replace("<TargetFramework>net10.0</TargetFramework>", Frameworks, StringComparison.Ordinal));

        _project.Accept().Exits(0).Says("accepted toy: 48 cases, 2 runs");
        _project.Build("-t:EvalGate").Exits(0).Says("EvalGate toy: clear");
        _project.Build("-t:EvalGate", ("TOY", "worse")).Exits(1).Says("evals/toy.eval.yaml(12,7): error EG2001: slice language=de");
        _project.Build("-t:EvalGate -f net10.0-windows").Exits(0).Says("EvalGate: Toy has no suites to run here, so nothing was judged.");
    }

    public void Dispose() => _project.Dispose();
}
