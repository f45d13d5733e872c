namespace EvalGate.Tool.Tests;

public sealed class AGitHubJob : IDisposable
{
    private static readonly string Head = new('a', 40);
    private readonly Workplace _place = new();

    public AGitHubJob() => _place.Write("event.json", $$"""{ "pull_request": { "number": 7, "head": { "sha": "{{Head}}", "repo": { "id": 1 } }, "base": { "repo": { "id": 1 } } } }""");

    [Fact]
    public void ShowsWhatItWouldWrite()
    {
        var project = AProject.In(_place);
        project.Run(0);
        _place.Run("accept --yes").Exits(0);
        project.Run(1, AProject.First(10, "de"));
        _place.Run("gate").Exits(1);

        Publish("--dry-run").Exits(0).Says("EvalGate / toy: failure, ", "REGRESSED", $"<!-- evalgate:report v=1 key=default head={Head} run=5.2 -->");
    }

    [Fact]
    public void NamesWhatThePullRequestChangesOfItsGate()
    {
        var project = AProject.In(_place);
        project.Run(0);
        _place.Run("accept --yes").Exits(0);
        project.Run(1);
        _place.Run("gate").Exits(0);
        Git("init", "--quiet", "--initial-branch=main");
        Git("add", "evals", "Toy.csproj");
        Git("commit", "--quiet", "-m", "before");
        _place.Write("evals/toy.eval.yaml", _place.Read("evals/toy.eval.yaml").Replace("max_drop: 2pp", "max_drop: 9pp", StringComparison.Ordinal));
        var main = File.ReadAllText(_place[".git/refs/heads/main"]).Trim();
        _place.Write("event.json", $$"""{ "pull_request": { "number": 7, "head": { "sha": "{{Head}}", "repo": { "id": 1 } }, "base": { "sha": "{{main}}", "repo": { "id": 1 } } } }""");

        Publish("--dry-run").Exits(0).Says("This pull request changes the gate that judges it (1 may let more pass)", "correct: max\\_drop for overall and slices: 2pp, slices 5pp → 9pp");
    }

    [Fact]
    public void SaysWhenItCouldNotLookForChangesOfTheGate()
    {
        _place.Write("event.json", $$"""{ "pull_request": { "number": 7, "head": { "sha": "{{Head}}", "repo": { "id": 1 } }, "base": { "sha": "{{Head}}", "repo": { "id": 1 } } } }""");

        Publish("--dry-run").Exits(0).Says("changes the gate itself was not looked at", "fetch-depth");
    }

    [Fact]
    public void IsNotGreenWithoutAVerdict() => Publish("--dry-run").Exits(0).Says("EvalGate: error, not evaluated: there is no verdict", "This is no approval.");

    [Fact]
    public void RefusesAVerdictThatNobodyWrote()
    {
        _place.Write("TestResults/evalgate/net10.0/toy/verdict.json", """{"evalgate":"verdict","version":1,"exit":0}""");

        Assert.Contains("this verdict cannot be used", Publish("--dry-run").Exits(3).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void RefusesTwoVerdictsOfOneSuite()
    {
        AProject.In(_place).Run(0);
        _place.Run("gate").Exits(2);
        var verdict = Directory.GetFiles(_place.Folder, "verdict.json", SearchOption.AllDirectories).Single();
        _place.Write("TestResults/evalgate/net10.0/again/verdict.json", File.ReadAllText(verdict));

        Assert.Contains("there are 2 verdicts of 'toy'", Publish("--dry-run").Exits(3).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void NeedsAToken() => Publish("").Exits(3).Complains("error: GITHUB_TOKEN is not set. Give the step 'env: { GITHUB_TOKEN: ${{ github.token }} }'.");

    public void Dispose() => _place.Dispose();

    private void Git(params string[] arguments)
    {
        using var git = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false", .. arguments]) { WorkingDirectory = _place.Folder })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }

    private Outcome Publish(string options) => _place.Run($"github publish {options}", t => t with
    {
        Variables = name => name switch
        {
            "GITHUB_EVENT_PATH" => _place["event.json"],
            "GITHUB_EVENT_NAME" => "pull_request",
            "GITHUB_REPOSITORY" => "acme/helpdesk",
            "GITHUB_RUN_ID" => "5",
            "GITHUB_RUN_ATTEMPT" => "2",
            _ => null,
        },
    });
}
