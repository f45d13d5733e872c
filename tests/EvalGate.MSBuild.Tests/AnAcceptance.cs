namespace EvalGate.MSBuild.Tests;

public sealed class AnAcceptance : IDisposable
{
    private static readonly Trial Same = new Trial().With("de", bothPass: 20);

    private readonly AProgramThatRan _program = new();

    private BuildLog Log => _program.Log;

    [Fact]
    public void SaysWhatItAcceptedInOneMessage()
    {
        Assert.True(Accept(_program.With(Same, isAccepted: false)));

        Assert.Contains("accepted support: 20 cases, 1 run", Assert.Single(Log.Messages), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_program.Project, "evals", "support.baseline.jsonl")));
    }

    [Fact]
    public void NamesTheSuitesThereAreWhenOneIsNot()
    {
        Assert.False(Accept(_program.With(Same).With(Same, "talks"), "tolks"));

        Assert.Contains("error EG1011: there is no suite 'tolks'; there are support, talks", Assert.Single(Log.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void RefusesWhereNoRunWasMade()
    {
        Directory.Delete(Path.Combine(_program.With(Same).Project, "TestResults"), recursive: true);

        Assert.False(Accept(_program));

        Assert.Contains("error EG3003: support: no run was made", Assert.Single(Log.Errors), StringComparison.Ordinal);
    }

    public void Dispose() => _program.Dispose();

    private static bool Accept(AProgramThatRan program, string suite = "") => new EvalGateAccept
    {
        BuildEngine = program.Log,
        ProjectFolder = program.Project,
        SuitesFolder = "bin/evalgate",
        RunsFolder = "TestResults/evalgate/net10.0",
        Suite = suite,
        AcceptedBy = "a tester",
    }.Execute();
}
