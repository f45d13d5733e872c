using EvalGate.Gating;
using EvalGate.Slicing;

namespace EvalGate.GitHub.Tests;

/// <summary>A secret in what a model, a user or a log wrote.</summary>
public static class ASecret
{
    private static readonly string Letters = string.Concat(Enumerable.Repeat("aB3dE5gH", 8));

    public static TheoryData<string> Known { get; } =
    [
        "ghp_" + Letters[..36], "ghs_" + Letters[..36], "github_pat_" + Letters[..40], "glpat-" + Letters[..20], "sk-" + Letters[..48], "sk-proj-" + Letters[..40],
        "sk_" + "live_" + Letters[..24], "xoxb-" + Letters[..24], "hf_" + Letters[..34], "npm_" + Letters[..36], "AKIA" + "ABCDEFGHIJKLMNOP", "AIza" + Letters[..35], "SG." + Letters[..22] + "." + Letters[..43],
        "eyJ" + Letters[..20] + ".eyJ" + Letters[..20] + "." + Letters[..30], "-----BEGIN RSA PRIVATE KEY-----\n" + Letters + "\n-----END RSA PRIVATE KEY-----",
    ];

    [Theory]
    [MemberData(nameof(Known))]
    public static void OfAKnownShapeIsTakenOut(string secret)
    {
        var clean = Redactor.Usual.Clean($"key {secret} in the log");

        Assert.Equal("key [redacted] in the log", clean);
    }

    [Fact]
    public static void InAnAddressIsTakenOutAndTheAddressStays() =>
        Assert.Equal("postgres://app:[redacted]@db.acme.example/x", Redactor.Usual.Clean("postgres://app:hunter2@db.acme.example/x"));

    [Theory]
    [InlineData("task-is-done-by-the-team-of-support-again")]
    [InlineData("commit 9b41e07d5c0c4d3f8d2b6b1a0e9f7c6d5b4a3921")]
    [InlineData("https://acme.example:8080/path")]
    public static void IsNotSeenWhereThereIsNone(string text) => Assert.Equal(text, Redactor.Usual.Clean(text));

    [Fact]
    public static async Task OfTheOwnersPatternLeavesNoFieldOfTheVerdict()
    {
        await using var github = await FakeGitHub.StartAsync();
        const string Secret = "CUST_4711@acme#9";
        var verdict = Publishing.Red with
        {
            Stack = [new($"a {Secret}", Secret, "x")],
            Unpaired = new() { Added = [Secret], Vanished = [Secret] },
            Findings = [.. Publishing.Red.Findings.Select(f => f with { Message = $"{f.Message} {Secret}" })],
            Comparisons = [.. Publishing.Red.Comparisons.Select(c => c with { Reason = Secret, LosingCases = [Secret], Slice = c.Slice.IsOverall ? c.Slice : new Slice([new("customer", Secret)]) })],
        };
        var publication = Publishing.To(github, verdict) with { Redactor = new([@"CUST_\d+@\w+#\d"]), ChecksFolder = "", Changes = [new("support", $"rule of {Secret}", true)] };

        await publication.Publish();

        string[] written = [github.Comments[0].Body, .. github.Statuses.Select(s => s.Description), .. github.Checks.SelectMany(c => c.Value).Select(a => a.ToJsonString())];
        Assert.All(written, text => Assert.DoesNotContain("4711", text, StringComparison.Ordinal));
        Assert.Contains("redacted", written[0], StringComparison.Ordinal);
    }

    [Fact]
    public static void HasAPatternThatMustBeOne() => Assert.Contains("no regular expression", Assert.Throws<GitHubException>(() => new Redactor(["("])).Message, StringComparison.Ordinal);

    [Fact]
    public static void HasNoPatternThatEveryVerdictFits() => Assert.Throws<GitHubException>(() => new Redactor(["."]).Clean(Publishing.Red));
}
