using EvalGate.GitHub.Tests;
using EvalGate.Reports;

namespace EvalGate.MSBuild.Tests;

public sealed class APublication : IDisposable
{
    private readonly AProgramThatRan _program = new();

    [Fact]
    public async Task WritesTheVerdictsThatTheRunLeft()
    {
        await using var github = await FakeGitHub.StartAsync();
        Leave("net10.0/support/verdict.json", JsonReport.Write(new Trial().With("de", bothPass: 20).Verdict));

        Assert.True(Publish(github));

        Assert.Contains("EvalGate support: clear", Assert.Single(github.Comments).Body, StringComparison.Ordinal);
        Assert.Equal("success", Assert.Single(github.Statuses).State);
        Assert.Contains("the comment on #7 shows this run", Assert.Single(_program.Log.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task IsNotGreenWithoutAVerdict()
    {
        await using var github = await FakeGitHub.StartAsync();

        Assert.True(Publish(github));

        Assert.Equal("error", Assert.Single(github.Statuses).State);
    }

    [Fact]
    public async Task RefusesWhatIsNoVerdict()
    {
        await using var github = await FakeGitHub.StartAsync();
        Leave("net10.0/support/verdict.json", "{}");

        Assert.False(Publish(github));

        Assert.Contains("error EG3001: this verdict cannot be used", Assert.Single(_program.Log.Errors), StringComparison.Ordinal);
        Assert.Empty(github.Requests);
    }

    [Fact]
    public void SaysWhatTheJobLacks()
    {
        Assert.False(Publish(null));

        Assert.Contains("error EG3005: GITHUB_EVENT_PATH is not set", Assert.Single(_program.Log.Errors), StringComparison.Ordinal);
    }

    public void Dispose() => _program.Dispose();

    private void Leave(string file, string text)
    {
        var path = Path.Combine(_program.Project, "TestResults/evalgate", file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private bool Publish(FakeGitHub? github)
    {
        Leave("event.json", $$"""{ "pull_request": { "number": 7, "head": { "sha": "{{FakeGitHub.Head}}", "repo": { "id": 1 } }, "base": { "repo": { "id": 1 } } } }""");
        return new EvalGatePublish
        {
            BuildEngine = _program.Log,
            ProjectFolder = _program.Project,
            SuitesFolder = "bin/evalgate",
            RunsFolder = "TestResults/evalgate",
            Variable = name => github is null ? null : name switch
            {
                "GITHUB_EVENT_PATH" => Path.Combine(_program.Project, "TestResults/evalgate/event.json"),
                "GITHUB_EVENT_NAME" => "pull_request",
                "GITHUB_REPOSITORY" => "acme/helpdesk",
                "GITHUB_API_URL" => github.Api.ToString(),
                "GITHUB_TOKEN" => "not-a-secret",
                _ => null,
            },
        }.Execute();
    }
}
