using System.Text.Json;
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
        AssertActsNot(body[..body.LastIndexOf('\n')]);
        Assert.All([.. result.Done, .. github.Statuses.Select(s => s.Description), .. github.Statuses.Select(s => s.Context)], line =>
        {
            Assert.DoesNotContain('\n', line);
            Assert.DoesNotMatch(@"(^|\s)::|##\[|[\u0000-\u001f\u202e]", line);
            Assert.InRange(line.Length, 1, 400);
        });
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public static async Task ActsInNoCheckRun(int index)
    {
        await using var github = await FakeGitHub.StartAsync();
        var text = Payloads[index];

        var result = await (Publishing.To(github, Poisoned(text)) with { ChecksFolder = "tests/Evals" }).Publish();

        Assert.Empty(result.Refused);
        var (name, annotations) = Assert.Single(github.Checks);
        Assert.All([name, .. annotations.SelectMany(a => new[] { (string)a["path"]!, (string)a["title"]!, (string)a["message"]! })], AssertIsOneLine);
        Assert.All(annotations, a => Assert.Equal(2, a["start_line"]!.GetValue<int>() + a["end_line"]!.GetValue<int>()));
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public static void ActsInNoReply(int index)
    {
        var text = Payloads[index];
        var known = Publishing.Red.Comparisons.First(c => c.Blocks);
        var waiver = new Waiver { Metric = text, Pairs = [new(text, text)], Ceiling = new(0.1m, false), Reason = text, Expires = new(2026, 12, 25), Place = default };
        var command = new CommentCommand { Code = "0123456789abcdef", Slices = [text], Snapshots = [text], Reason = text };

        string[] replies =
        [
            AcceptReply.Of(command, text, (new([new(text, waiver, known.Metric.IsShare)], null), 2), new('c', 40)),
            AcceptReply.Refusal(AcceptPlan.Of(command with { Code = ResultCode.Of(FakeGitHub.Head, [Poisoned(text)]) }, FakeGitHub.Head, [Poisoned(text)], (new(2026, 11, 25), new(2026, 12, 25))).Problem!),
        ];

        Assert.All(replies, AssertActsNot);
        Assert.All(replies.SelectMany(r => r.Split('\n')), line => Assert.DoesNotMatch(@"^\s*::", line));
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public static void StaysInsideItsValueInAWaiver(int index)
    {
        var text = Payloads[index];
        var waiver = new Waiver { Metric = text, Pairs = [new(text, text)], Ceiling = new(0.1m, false), Reason = text, Expires = new(2026, 12, 25), Place = default };

        var lines = WaiverText.Of(new(text, waiver, true)).Split('\n');

        Assert.Equal(["- suite: \"", "  metric: \"", "  slice: { \"", "  ceiling: 10pp", "  reason: \"", "  expires: 2026-12-25"], lines.Select(l => l[..(l.IndexOf('"', StringComparison.Ordinal) + 1)] is { Length: > 0 } start ? start : l));
        Assert.Equal(text, JsonSerializer.Deserialize<string>(lines[4]["  reason: ".Length..]));
        Assert.DoesNotContain("```", lines[4], StringComparison.Ordinal);
    }

    private static void AssertActsNot(string text) =>
        Assert.All(["@everyone", "@octocat", "![x]", "[x](", "<img", "</details><h1>", "<!--", "\u001b", "\u202e", "\u0000", "##[", "\n# passed", "\n| a | b |"], s => Assert.DoesNotContain(s, text, StringComparison.Ordinal));

    private static void AssertIsOneLine(string line)
    {
        Assert.DoesNotMatch(@"(^|\s)::|##\[|[\u0000-\u001f\u202e]", line);
        Assert.InRange(line.Length, 1, 8_000);
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
