using System.Text;
using EvalGate.Datasets;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Snapshots;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating.Guard;

/// <summary>What a pull request changes of that which judges it; ⚠ marks what may let more pass.</summary>
public static class AChangeOfTheGate
{
    private static readonly Rule Drop = ARule.MaxDrop("correct", 0.02m);

    private static readonly Trial Usual = new Trial
    {
        Metrics = [AMetric.PassFail("correct"), AMetric.Cost("cost"), AMetric.PassFail("refused", Direction.Lower)],
        Rules = [Drop, ARule.MaxRise("cost", 0.1m), ARule.Level("refused", 0.2m)],
        Attributes = ["language", "category"],
        Crosses = [new(["language", "category"], default)],
        Repetitions = 3,
    };

    private static readonly Trial Waived = Usual with { Waivers = [Waiver(0.10m, 1)] };

    private static readonly Trial Traded = Usual with { Deal = Deal(0.2m) };

    [Fact]
    public static void OfItsRulesIsApproved() => Approved.Is("gate-rules.txt", Text(
        ("nothing", Usual, Usual),
        ("wider overall", Usual, With(ARule.MaxDrop("correct", 0.04m))),
        ("wider on slices", Usual, With(ARule.MaxDrop("correct", 0.02m, 0.09m))),
        ("narrower", Usual, With(ARule.MaxDrop("correct", 0.01m))),
        ("in other units", Usual, With(Drop with { Bound = new MaxChange(new(0.01m, true), new(0.01m, true)) })),
        ("by the plain figure", Usual, With(Drop with { Decide = Decision.Estimate })),
        ("by proof", Usual, With(Drop with { Decide = Decision.Proof })),
        ("no longer by proof", With(Drop with { Decide = Decision.Proof }), Usual),
        ("no longer by the plain figure", With(Drop with { Decide = Decision.Estimate }), Usual),
        ("a higher ceiling", Usual, Usual with { Rules = [.. Usual.Rules.Take(2), ARule.Level("refused", 0.3m)] }),
        ("a lower ceiling", Usual, Usual with { Rules = [.. Usual.Rules.Take(2), ARule.Level("refused", 0.1m)] }),
        ("a lower floor", With(ARule.Level("correct", 0.9m)), With(ARule.Level("correct", 0.8m))),
        ("a higher floor", With(ARule.Level("correct", 0.8m)), With(ARule.Level("correct", 0.9m))),
        ("overall only", Usual, With(Drop with { Scope = new OverallOnly() })),
        ("every slice", Usual, With(Drop with { Scope = new EverySlice() })),
        ("a slice that may fall further", Usual, Usual with { Rules = [.. Usual.Rules, ARule.MaxDropOn("correct", 0.09m, ("language", "de"))] }),
        ("a slice that may not", Usual, Usual with { Rules = [.. Usual.Rules, ARule.MaxDropOn("correct", 0.03m, ("language", null), ("category", "refund"))] }),
        ("a slice of another metric", Usual, Usual with { Rules = [.. Usual.Rules, ARule.MaxDropOn("refused", 0.5m, ("language", "de"))] })));

    [Fact]
    public static void OfItsSettingsIsApproved() => Approved.Is("gate-settings.txt", Text(
        ("no gate any more", Usual.Suite, Usual.Suite with { Gate = null }),
        ("a first gate", Usual.Suite with { Gate = null }, Usual.Suite),
        ("no gate, fewer repetitions", Usual.Suite with { Gate = null }, Usual.Suite with { Gate = null, Repetitions = 1 }),
        ("another baseline", Usual.Suite, Gate(g => g with { Baseline = "other.jsonl" })),
        ("the baseline of a branch", Usual.Suite, Gate(g => g with { BaselineBranch = "main" })),
        ("inconclusive passes", Usual.Suite, Gate(g => g with { Inconclusive = InconclusivePolicy.Pass })),
        ("inconclusive blocks", Usual.Suite, Gate(g => g with { Inconclusive = InconclusivePolicy.Block })),
        ("more errors", Usual.Suite, Gate(g => g with { MaxErrors = new(3, null) })),
        ("a share of errors", Usual.Suite, Gate(g => g with { MaxErrors = new(null, 0.015m) })),
        ("fewer errors", Gate(g => g with { MaxErrors = new(3, null) }), Usual.Suite),
        ("a smaller share of errors", Gate(g => g with { MaxErrors = new(null, 0.03m) }), Gate(g => g with { MaxErrors = new(null, 0.01m) })),
        ("fewer false alarms", Usual.Suite, Gate(g => g with { FalseAlarms = 0.01 })),
        ("more false alarms", Usual.Suite, Gate(g => g with { FalseAlarms = 0.25 })),
        ("the usual false alarms", Gate(g => g with { FalseAlarms = 0.025 }), Usual.Suite),
        ("an anchor", Usual.Suite, Gate(g => g with { Anchor = "v1" })),
        ("another anchor", Gate(g => g with { Anchor = "v1" }), Gate(g => g with { Anchor = "v2" })),
        ("no anchor any more", Gate(g => g with { Anchor = "v1" }), Usual.Suite),
        ("a trade", Usual.Suite, Traded.Suite),
        ("another trade", Traded.Suite, (Usual with { Deal = Deal(0.3m) }).Suite),
        ("no trade any more", Traded.Suite, Usual.Suite),
        ("a waiver", Usual.Suite, Waived.Suite),
        ("a longer waiver", Waived.Suite, (Usual with { Waivers = [Waiver(0.10m, 2)] }).Suite),
        ("a shorter waiver", (Usual with { Waivers = [Waiver(0.10m, 2)] }).Suite, Waived.Suite),
        ("a wider waiver", Waived.Suite, (Usual with { Waivers = [Waiver(0.20m, 1)] }).Suite),
        ("no waiver any more", Waived.Suite, Usual.Suite)));

    [Fact]
    public static void OfWhatIsMeasuredIsApproved() => Approved.Is("gate-suites.txt", Text(
        ("fewer repetitions", Usual.Suite, Usual.Suite with { Repetitions = 2 }),
        ("more repetitions", Usual.Suite, Usual.Suite with { Repetitions = 10 }),
        ("snapshots", Usual.Suite, Usual.Suite with { Snapshots = new() { Place = default } }),
        ("no snapshots any more", Usual.Suite with { Snapshots = new() { Place = default, Policy = SnapshotPolicy.Block } }, Usual.Suite),
        ("snapshots for review", Usual.Suite with { Snapshots = new() { Place = default, Policy = SnapshotPolicy.Block } }, Usual.Suite with { Snapshots = new() { Place = default, Policy = SnapshotPolicy.Review } }),
        ("weights", Usual.Suite, Usual.Suite with { Mix = new("language", new Dictionary<string, decimal>(), default) }),
        ("no weights any more", Usual.Suite with { Mix = new("language", new Dictionary<string, decimal>(), default) }, Usual.Suite),
        ("a metric less", Usual.Suite with { Gate = null }, Usual.Suite with { Gate = null, Metrics = [.. Usual.Suite.Metrics.Take(2)] }),
        ("a metric more", Usual.Suite with { Gate = null, Metrics = [.. Usual.Suite.Metrics.Take(2)] }, Usual.Suite with { Gate = null }),
        ("another scorer", Usual.Suite, Usual.Suite with { Metrics = [.. Usual.Suite.Metrics.Select(m => m.Name == "correct" ? m with { Scorer = new("contains", false, new Dictionary<string, string>()) } : m)] }),
        ("no must any more", Usual.Suite with { Metrics = [.. Usual.Suite.Metrics.Select(m => m with { Must = 1 })] }, Usual.Suite),
        ("a slice less", Usual.Suite, Usual.Suite with { Attributes = [.. Usual.Suite.Attributes.Take(1)] }),
        ("a cross less", Usual.Suite, Usual.Suite with { Crosses = [] }),
        ("a slice more", Usual.Suite with { Attributes = [.. Usual.Suite.Attributes.Take(1)] }, Usual.Suite)));

    [Fact]
    public static void OfItsCasesIsInWords()
    {
        // de-000 and de-001 fail in the baseline, refusals count the other way.
        var baseline = Usual.With("de", [0], [0]).With("de", [0.4], [0]).With("de", [0.5], [1]).With("de", [1], [1]).Baseline;
        CaseDifference[] changes =
        [
            .. Differences(CaseChange.Removed, 0, 1), .. Differences(CaseChange.Retired, 0, 2), .. Differences(CaseChange.Quarantined, 3), .. Differences(CaseChange.Relabelled, 2),
            .. Differences(CaseChange.Reworded, 3, 4), .. Differences(CaseChange.Moved, 3), .. Differences(CaseChange.Regrouped, 3), .. Differences(CaseChange.Restored, 3), .. Differences(CaseChange.Added, 8, 9),
        ];
        SliceSizes[] slices = [new(Slice.Overall, 20, 10), .. Enumerable.Range(1, 6).Select(i => new SliceSizes(Of($"l{i}"), 10, 10 - i)), new(Of("grown"), 1, 2)];

        Assert.Equal(
            [
                "⚠ 2 cases removed, all of them failing", "⚠ 2 cases retired, 1 of them failing", "⚠ 1 case quarantined", "⚠ 1 case made to expect something else", "⚠ 2 cases reworded",
                "⚠ 1 case moved to other slices", "⚠ 1 case regrouped", "⚠ slice language=l6 shrank: 10 → 4 cases", "⚠ slice language=l5 shrank: 10 → 5 cases", "⚠ slice language=l4 shrank: 10 → 6 cases",
                "⚠ slice language=l3 shrank: 10 → 7 cases", "⚠ slice language=l2 shrank: 10 → 8 cases", "2 cases added",
            ],
            CaseChanges.Of(Usual.Suite, new DatasetDiff(changes, slices), baseline).Select(Line));
        Assert.Equal(["⚠ 2 cases removed"], CaseChanges.Of(Usual.Suite, new DatasetDiff([.. Differences(CaseChange.Removed, 0, 1)], []), null).Select(Line));
        Assert.Empty(CaseChanges.Of(Usual.Suite, new DatasetDiff([], []), baseline));
    }

    [Fact]
    public static void OfItsBaselineIsInWords()
    {
        var before = Usual.With("de", [1], [1]).With("de", [1], [1]).With("en", [0], [0]).Baseline;
        var after = Usual.With("de", [0], [1]).With("de", [1], [1]).With("en", [1], [0]).Baseline;
        var accepted = after with { Header = after.Header with { Runs = ["other"], AcceptedBy = "somebody" } };
        IEnumerable<string> Changes(Baseline? was, Baseline? now) => CaseChanges.Of(Usual.Suite, was, now).Select(Line);

        Assert.Equal(["⚠ another run was accepted as the baseline, by somebody; 1 case worse in it"], Changes(before, accepted));
        Assert.Equal(["⚠ another run was accepted as the baseline, by somebody (a new model); 1 case worse in it"], Changes(before, accepted with { Header = accepted.Header with { Reason = "a new model" } }));
        Assert.Equal(["⚠ the baseline is gone"], Changes(before, null));
        Assert.Equal(["⚠ there is a baseline now, accepted by test"], Changes(null, before));
        Assert.Empty(Changes(before, after));
        Assert.Empty(Changes(null, null));
    }

    [Fact]
    public static void CountsWorseWhereLessIsBetter()
    {
        var refusals = new Trial { Metrics = [AMetric.Score("refused", new(0, 4)) with { Better = Direction.Lower }], Rules = [] };
        var (before, after) = (refusals.With("de", [1], [1]).With("de", [3], [1]).Baseline, refusals.With("de", [2], [1]).With("de", [2], [1]).Baseline);
        var accepted = after with { Header = after.Header with { Runs = ["other"] } };

        Assert.EndsWith("; 1 case worse in it", Assert.Single(CaseChanges.Of(refusals.Suite, before, accepted)).Text, StringComparison.Ordinal);
        Assert.Equal(["⚠ 2 cases removed, 1 of them failing"], CaseChanges.Of(refusals.Suite, new DatasetDiff([.. Differences(CaseChange.Removed, 0, 1)], []), before).Select(Line));
    }

    private static string Text(params (string Name, Trial Before, Trial After)[] changes) => Text([.. changes.Select(c => (c.Name, c.Before.Suite, c.After.Suite))]);

    private static string Text(params (string Name, Suite Before, Suite After)[] changes)
    {
        var text = new StringBuilder();
        foreach (var (name, before, after) in changes)
        {
            text.Append(name).Append('\n').AppendJoin("", SuiteChanges.Of(before, after).Select(c => $"  {Line(c)}\n"));
        }

        return text.ToString();
    }

    private static string Line(GateChange change)
    {
        Assert.Equal("support", change.Subject);
        return $"{(change.Weakens ? "⚠ " : "")}{change.Text}";
    }

    private static Trial With(Rule rule) => Usual with { Rules = [rule, .. Usual.Rules.Skip(1)] };

    private static Suite Gate(Func<GateSettings, GateSettings> change) => Usual.Suite with { Gate = change(Usual.Suite.Gate!) };

    private static Trade Deal(decimal allowed) => new(new Dictionary<string, Tolerance> { ["refused"] = new(0.01m, false), ["cost"] = new(allowed, true) }, "correct", new(0.02m, false), default);

    private static Waiver Waiver(decimal ceiling, int month) => new()
    {
        Metric = "correct",
        Pairs = [new("language", "de")],
        Ceiling = new(ceiling, false),
        Reason = "known",
        Expires = new(2027, month, 28),
        Place = default,
    };

    private static Slice Of(string language) => new([new("language", language)]);

    private static IEnumerable<CaseDifference> Differences(CaseChange change, params int[] cases) => cases.Select(i => new CaseDifference($"de-{i:000}", change, ""));
}
