using System.Text.Json.Nodes;

namespace EvalGate.GitHub.Tests;

/// <summary>GitHub's description as a judge: what GitHub would refuse, it refuses.</summary>
public static class TheDescription
{
    private const string Repository = "/repos/acme/helpdesk";
    private const string Comments = $"{Repository}/issues/7/comments";
    private const string Checks = $"{Repository}/check-runs";
    private const string Statuses = $"{Repository}/statuses/aaaa";

    public static TheoryData<string, string, string, string> Wrong { get; } = new()
    {
        { "POST", Comments, Text("body", 65_537), "body" },
        { "POST", Comments, """{ "text": "x" }""", "body" },
        { "PATCH", $"{Repository}/issues/comments/1", """{ "body": 3 }""", "body" },
        { "PATCH", $"{Repository}/issues/comments/latest", """{ "body": "x" }""", "is not described" },
        { "POST", $"{Repository}/issues/7/labels", """{ "labels": [] }""", "is not described" },
        { "POST", Statuses, """{ "state": "green" }""", "state" },
        { "POST", Statuses, """{ "state": "success", "contxt": "EvalGate" }""", "contxt" },
        { "POST", Statuses, $$"""{ "state": "success", "description": "{{new string('x', 141)}}" }""", "description" },
        { "POST", Checks, """{ "name": "x", "head_sha": "a", "status": "completed" }""", "check-runs body" },
        { "POST", Checks, Annotated(51, 1), "annotations" },
        { "POST", Checks, Annotated(1, 0), "start_line" },
        { "PATCH", $"{Repository}/git/refs/heads/new-model", """{ "force": false }""", "sha" },
        { "GET", $"{Comments}?per_page=101", "", "per_page" },
        { "GET", $"{Comments}?order=newest", "", "order" },
        { "GET", $"{Repository}/pulls/7", "{}", "takes no body" },
        { "POST", Comments, "", "has no body" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public static async Task RefusesWhatGitHubWouldRefuse(string method, string address, string body, string expected)
    {
        var description = await GitHubDescription.LoadAsync();

        var faults = description.FaultsOf(Exchange(method, address, body) with { Status = 500 });

        Assert.Contains(faults, f => f.Contains(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{ "id": 1, "body": "x", "user": null }""", true)]
    [InlineData("""{ "id": "1" }""", false)]
    [InlineData("""{ "id": 1, "author": "alice" }""", false)]
    [InlineData("""{ "user": { "login": "alice", "name_of_app": "x" } }""", false)]
    public static async Task HoldsAnAnswerToItsTypesAndNames(string answer, bool expected)
    {
        var description = await GitHubDescription.LoadAsync();

        var faults = description.FaultsOf(Exchange("POST", Comments, """{ "body": "x" }""") with { Status = 201, Answer = answer });

        Assert.Equal(expected, !faults.Any());
    }

    [Fact]
    public static async Task RefusesABodyThatCallsItselfAForm()
    {
        var description = await GitHubDescription.LoadAsync();

        var faults = description.FaultsOf(Exchange("POST", Comments, """{ "body": "x" }""") with { Type = "application/x-www-form-urlencoded", Status = 500 });

        Assert.Contains("is sent as application/x-www-form-urlencoded", Assert.Single(faults), StringComparison.Ordinal);
    }

    private static FakeExchange Exchange(string method, string address, string body)
    {
        var query = address.Split('?') is [_, var pairs] ? pairs.Split('&').Select(p => p.Split('=')).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal) : [];
        return new(method, address.Split('?')[0], query, body.Length == 0 ? null : "application/json; charset=utf-8", body);
    }

    private static string Text(string name, int length) => new JsonObject { [name] = new string('x', length) }.ToJsonString();

    private static string Annotated(int count, int line) => new JsonObject
    {
        ["name"] = "x",
        ["head_sha"] = "a",
        ["output"] = new JsonObject
        {
            ["title"] = "x",
            ["summary"] = "x",
            ["annotations"] = new JsonArray([.. Enumerable.Range(0, count).Select(_ => new JsonObject { ["path"] = "x", ["start_line"] = line, ["end_line"] = line, ["annotation_level"] = "notice", ["message"] = "x" })]),
        },
    }.ToJsonString();
}
