using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.GitHub.Tests;

/// <summary>The first line of a comment.</summary>
public static class ACommand
{
    private const string Code = "0123456789abcdef";
    private static readonly DateOnly Today = new(2026, 11, 25);
    private static readonly SuiteVerdict[] Verdicts = [Publishing.Red];

    [Fact]
    public static void SaysWhatIsAcceptedAndWhy()
    {
        var (command, problem) = CommentCommand.Read($"/evalgate accept {Code} --slices language=de,2 --snapshots A,B --reason \"policy moved to 30 days\" --until 2027-01-31\r\nmore text");

        Assert.Null(problem);
        Assert.Equal((Code, "policy moved to 30 days", new DateOnly(2027, 1, 31)), (command!.Code, command.Reason, command.Until));
        Assert.Equal(["language=de", "2"], command.Slices);
        Assert.Equal(["A", "B"], command.Snapshots);
    }

    [Theory]
    [InlineData("/evalgate accept", true)]
    [InlineData("/evalgate accept x\nand so on", true)]
    [InlineData("/evalgate acceptance", false)]
    [InlineData("please /evalgate accept x", false)]
    [InlineData("> /evalgate accept x", false)]
    [InlineData("hello\n/evalgate accept x", false)]
    public static void StandsFirst(string body, bool expected) => Assert.Equal(expected, CommentCommand.IsIn(body));

    [Theory]
    [InlineData("", "the code is missing")]
    [InlineData(" 0123", "the code is missing")]
    [InlineData(" " + Code, "--reason is missing")]
    [InlineData(" " + Code + " --reason x", "name what is accepted")]
    [InlineData(" " + Code + " --slices 1 --reason \" \"", "--reason is missing")]
    [InlineData(" " + Code + " --slices 1 --slices 2 --reason x", "each once")]
    [InlineData(" " + Code + " --all --reason x", "are understood")]
    [InlineData(" " + Code + " --slices 1 --reason x --until soon", "--until must be a day")]
    public static void IsRefusedWithItsMistake(string rest, string problem)
    {
        var (command, found) = CommentCommand.Read("/evalgate accept" + rest);

        Assert.Null(command);
        Assert.Contains(problem, found, StringComparison.Ordinal);
    }

    [Fact]
    public static void BecomesAWaiverUpToWhatWasSeen()
    {
        var planned = Assert.Single(Plan(Of("language=de")).Waivers);

        var seen = Publishing.Red.Comparisons.First(c => c.Blocks && !c.Slice.IsOverall);
        Assert.Equal(("support", "correct", seen.Slice), (planned.Suite, planned.Waiver.Metric, planned.Waiver.Slice));
        Assert.InRange((double)planned.Waiver.Ceiling.Value + seen.Difference!.Value, 0, 0.001);
        Assert.Equal("24.5pp", planned.Ceiling);
        Assert.Equal(Today.AddDays(30), planned.Waiver.Expires);
    }

    [Fact]
    public static void IsWrittenAsTheReadmeShowsIt() =>
        Approved.Is("waivers.yaml", WaiverText.Add(null, [WaiverText.Of(Assert.Single(Plan(Of("language=de") with { Reason = "the policy moved to 30 days" }).Waivers))]));

    [Fact]
    public static void NamesARegressionByItsNumberToo() =>
        Assert.Equal(Plan(Of("language=de")).Waivers[0].Waiver.Slice, Plan(Of(AcceptableItem.Of(Verdicts).Single(i => i.SliceName == "language=de").Number.ToString(System.Globalization.CultureInfo.InvariantCulture))).Waivers[0].Waiver.Slice);

    [Theory]
    [InlineData("language=fr")]
    [InlineData("99")]
    [InlineData("*")]
    public static void IsRefusedForWhatDoesNotBlock(string slice) => Assert.Contains("nothing that blocks is called", Plan(Of(slice)).Problem, StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-11-24")]
    [InlineData("2027-11-25")]
    public static void IsRefusedForADayOutsideItsTime(string day) =>
        Assert.Contains("must lie between 2026-11-25 and 2026-12-25", Plan(Of("1") with { Until = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) }).Problem, StringComparison.Ordinal);

    [Fact]
    public static void IsRefusedForAnotherResult() => Assert.Contains("names another result", Plan(Of("1") with { Code = Code }).Problem, StringComparison.Ordinal);

    [Fact]
    public static void NamesTheSameResultOfAnotherRun() => Assert.Equal(CodeOf(Publishing.Red), CodeOf(Publishing.Red with { RunId = "another" }));

    [Fact]
    public static void NamesNoResultOfAnotherCommitGateOrFigure()
    {
        var rule = Publishing.Red.Rules[0];
        var looser = rule.Rule with { Bound = new MaxChange(new(0.03m, false), new(0.05m, false)) };
        var relaxed = Publishing.Red with
        {
            Rules = [rule with { Rule = looser }],
            Comparisons = [.. Publishing.Red.Comparisons.Select(c => c with { Rule = looser })],
        };
        var worse = Publishing.Red with { Comparisons = [.. Publishing.Red.Comparisons.Select(c => c with { Difference = c.Difference - 0.01 })] };
        var waiting = Publishing.Red with { Tally = new() { Compared = 1, Pending = 1, Blocking = 1, Counts = Snapshots.SnapshotTally.Verdicts.ToDictionary(v => v, _ => 0), Orphans = [], Digest = "a" } };

        string[] codes = [CodeOf(Publishing.Red), ResultCode.Of(new('b', 40), Verdicts), CodeOf(relaxed), CodeOf(worse), CodeOf(waiting), CodeOf(waiting with { Tally = waiting.Tally with { Digest = "b" } })];
        Assert.Distinct(codes);
    }

    private static string CodeOf(SuiteVerdict verdict) => ResultCode.Of(FakeGitHub.Head, [verdict]);

    private static CommentCommand Of(string slice) => new() { Code = CodeOf(Publishing.Red), Slices = [slice], Reason = "known" };

    private static AcceptPlan Plan(CommentCommand command) => AcceptPlan.Of(command, FakeGitHub.Head, Verdicts, (Today, Today.AddDays(30)));
}
