using EvalGate.Model;
using EvalGate.Snapshots;

namespace EvalGate.Suites.Tests.Reading;

public static class TheSnapshotsOfTheSuite
{
    [Fact]
    public static void AreReadWithEveryKey()
    {
        var suite = SuiteText.Suite(SuiteText.Small + """
            snapshots:
              of: output.reply
              store: facts
              policy: review
              fields: { output.reply.intent: block, output.reply.price: off }
              ignore: [output.reply.score, output.reply.items.id]
              unordered: output.reply.sources
              tolerance: 0.01
              compare: loose
              layout: sharded

            """);
        var snapshots = suite.Snapshots!;

        Assert.Equal(("output.reply", SnapshotContent.Facts, SnapshotPolicy.Review), (snapshots.Of.ToString(), snapshots.Store, snapshots.Policy));
        Assert.Equal([("output.reply.intent", SnapshotPolicy.Block), ("output.reply.price", SnapshotPolicy.Off)], snapshots.Fields.Select(f => (f.Path.ToString(), f.Policy)));
        Assert.Equal(["output.reply.score", "output.reply.items.id"], snapshots.Ignore.Select(p => p.ToString()));
        Assert.Equal("output.reply.sources", Assert.Single(snapshots.Unordered).ToString());
        Assert.Equal((0.01m, TextComparison.Loose, true), (snapshots.Tolerance, snapshots.Compare, snapshots.IsSharded));
        Assert.Equal(new SourcePlace(SuiteText.File, 6, 1), snapshots.Place);
    }

    [Fact]
    public static void HaveDefaultsForEveryKey()
    {
        var snapshots = SuiteText.Suite(SuiteText.Small + "snapshots: {}\n").Snapshots!;

        Assert.Equal(("output", SnapshotContent.Value, null, TextComparison.Exact, 0m, false), (snapshots.Of.ToString(), snapshots.Store, snapshots.Policy, snapshots.Compare, snapshots.Tolerance, snapshots.IsSharded));
        Assert.Empty(snapshots.Fields.Concat<object>(snapshots.Ignore).Concat(snapshots.Unordered));
    }

    [Fact]
    public static void AreNotThereWhenTheyAreOff()
    {
        Assert.Null(SuiteText.Suite(SuiteText.Small).Snapshots);
        Assert.Null(SuiteText.Suite(SuiteText.Small + "snapshots: { policy: off }\n").Snapshots);
        Assert.NotNull(SuiteText.Suite(SuiteText.Small + "snapshots: { policy: off, fields: { output.intent: block } }\n").Snapshots);
    }

    [Fact]
    public static void BringAMetricThatRulesMayName()
    {
        const string Gate = "snapshots: {}\ngate: { baseline: b.baseline.jsonl, rules: [{ metric: snapshot_changed, max_rise: 10pp }] }\n";
        var suite = SuiteText.Suite(SuiteText.Small + Gate);

        Assert.Equal(["correct", "snapshot_changed"], suite.Metrics.Select(m => m.Name));
        Assert.Equal("snapshot_changed", Assert.Single(suite.Gate!.Rules).Metric);
        Assert.Contains("there is no metric 'snapshot_changed'", SuiteText.Mistakes(SuiteText.Small + Gate["snapshots: {}".Length..]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("block", "(6,12): error EG1008: 'snapshots' must be a map (key: value), found 'block'.")]
    [InlineData("{ of: answer }", "(6,18): error EG1008: 'of' has 'answer'; write a path into the output, such as output.answer.")]
    [InlineData("{ of: input.question }", "(6,18): error EG1008: 'of' has 'input.question'; write a path into the output, such as output.answer.")]
    [InlineData("{ policy: fail }", "(6,22): error EG1008: 'policy' is 'fail'; block, review, off are allowed.")]
    [InlineData("{ fields: { output.intent: red } }", "(6,39): error EG1008: 'output.intent' is 'red'; block, review, off are allowed.")]
    [InlineData("{ fields: { intent: block } }", "(6,24): error EG1008: 'fields' has 'intent'; write a path into the output, such as output.answer.")]
    [InlineData("{ of: output.answer, ignore: output.score }", "(6,41): error EG1008: 'ignore' has 'output.score', which is not below 'output.answer': nothing else is stored.")]
    [InlineData("{ tolerance: -1 }", "(6,25): error EG1008: 'tolerance' is '-1'; how far apart two numbers may be is needed, such as 0.001.")]
    [InlineData("{ compare: semantic }", "(6,23): error EG1008: 'compare' is 'semantic'; exact, loose, lines, facts are allowed.")]
    [InlineData("{ layout: packed }", "(6,22): error EG1008: 'layout' is 'packed'; flat, sharded are allowed.")]
    [InlineData("{ scrub: true }", "(6,14): error EG1004: 'snapshots' has no key 'scrub'; there are compare, fields, ignore, layout, of, policy, store, tolerance, unordered.")]
    public static void ThatAreWrongAreReported(string value, string mistakes) => Assert.Equal(mistakes, SuiteText.Mistakes(SuiteText.Small + $"snapshots: {value}\n"));

    [Fact]
    public static void DoNotTakeTheNameOfAMetric() => Assert.Equal(
        "(7,1): error EG1007: 'snapshots' brings a metric 'snapshot_changed', and the suite has one of that name. Rename the suite's.",
        SuiteText.Mistakes(SuiteText.Small + "  snapshot_changed: { scorer: duration }\nsnapshots: {}\n"));
}
