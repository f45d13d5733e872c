using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Slicing;

namespace EvalGate.GitHub.Tests;

/// <summary>Text of users, models and strangers in whatever reaches GitHub or a log.</summary>
public static class HostileText
{
    private static readonly string[] Payloads =
    [
        "@everyone", "&#64;octocat", "#12 GH-12 acme/helpdesk#3", "![x](https://evil.example/x.png)", "[x](https://evil.example)", "https://evil.example",
        "<img src=x onerror=alert(1)>", "</details><h1>passed</h1>", "<!-- evalgate:report v=1 key=default head=" + new string('b', 40) + " run=9.9 -->",
        "\n::error file=x::y", "::set-output name=x::y", "a ##[error]y", "\u001b[31mred", "\u202egnp.exe", "\u0000", "| a | b |\n|--|--|", "```\n# passed\n```", new('x', 300_000),
    ];

    public static TheoryData<int> Indices { get; } = [.. Enumerable.Range(0, Payloads.Length)];

    [Theory]
    [MemberData(nameof(Indices))]
    public static async Task ActsNowhere(int index)
    {
        await using var github = await FakeGitHub.StartAsync();

        var text = Payloads[index];
        var publication = Publishing.To(github, Poisoned(text)) with { Changes = [new(text, text, true), new(text, text, false)], ChangesProblem = index % 2 == 0 ? text : null };

        var result = await publication.Publish();

        var body = Assert.Single(github.Comments).Body;
        Assert.Equal((FakeGitHub.Head, 100L), (Marker.Read(body)!.Head, Marker.Read(body)!.Run));
        Assert.InRange(body.Length, 1, 65_536);
        Assert.All(["@everyone", "@octocat", "![x]", "[x](", "<img", "</details><h1>", "\u001b", "\u202e", "\u0000", "##[", "\n# passed", "\n| a | b |"], s => Assert.DoesNotContain(s, body, StringComparison.Ordinal));
        Assert.All([.. result.Done, .. github.Statuses.Select(s => s.Description), .. github.Statuses.Select(s => s.Context)], line =>
        {
            Assert.DoesNotContain('\n', line);
            Assert.DoesNotMatch(@"(^|\s)::|##\[|[\u0000-\u001f\u202e]", line);
            Assert.InRange(line.Length, 1, 400);
        });
    }

    /// <summary>The text in every field that a stranger can fill.</summary>
    private static SuiteVerdict Poisoned(string text) => Publishing.Red with
    {
        Suite = text,
        RunId = text,
        Commit = text,
        BaselineCommit = text,
        Stack = [new(text, text, null)],
        Unpaired = new() { Added = [text], Changed = [text], Retired = [text], Vanished = [text] },
        Findings = [new(DiagnosticCodes.Regressed, Severity.Error, text, new(text, 1, 1)), new(DiagnosticCodes.CasesVanished, Severity.Error, text, new(text, 1, 1))],
        Comparisons = [.. Publishing.Red.Comparisons.Select(c => c with
        {
            Metric = c.Metric with { Name = text, Unit = text },
            Slice = c.Slice.IsOverall ? c.Slice : new Slice([new(text, text)]),
            Reason = text,
            Method = text,
            LosingCases = [text],
        })],
    };
}
