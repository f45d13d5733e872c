using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.TestKit;

namespace EvalGate.Reports.Tests.Scenes;

/// <summary>What the cases themselves bring along: groups, small slices, changes of the eval set and of the stack.</summary>
internal static class SampleScenes
{
    private static readonly Trial Calm = new Trial { Repeatable = true }.With("de", bothPass: 44, bothFail: 6).With("en", bothPass: 90, bothFail: 10);

    public static Dictionary<string, Func<SuiteVerdict>> All { get; } = new()
    {
        ["conversations"] = () => Conversations.Verdict,
        ["slices-too-small-to-be-red"] = () => Calm.With("da", bothPass: 2).With("fi", bothPass: 1, bothFail: 1).With("is", bothPass: 1).With("nb", bothPass: 2).With("sv", bothPass: 2, bothFail: 1).Verdict,
        ["cases-vanished"] = () => Without(7, Calm),
        ["one-case-vanished"] = () => Without(1, Calm),
        ["slice-shrank"] = () => Judge.Decide(Calm.Input with { Baseline = WithSlices(("language=de", 58), ("language=sv", 4)) }),
        ["regressed-while-cases-vanished"] = () => Without(2, Losing),
        ["cases-came-changed-and-went"] = () => Judge.Decide(Moving.Input with { Baseline = Calm.Baseline }),
        ["several-components-changed"] = () => Judge.Decide(Calm.Input with { Run = WithStack(("model", "small-2026-04"), ("prompt", "cccc"), ("retrieval", "v3")) }),
        ["nothing-changed-in-the-stack"] = () => Judge.Decide(Calm.Input with { Run = WithStack(("prompt", "aaaa")) }),
        ["worse-in-production-than-in-the-cases"] = () => Production.Verdict,
        ["eval-set-at-fault"] = () => Judge.Decide(Calm.Input with { EvalSet = [.. Faults] }),
        ["repeated-cases"] = () => Repeated.Verdict,
        ["errors-within-the-allowance"] = () => (Calm.Broken(["de-000", "de-001"], "the model is overloaded") with { MaxErrors = new(3, null) }).Verdict,
    };

    /// <summary>Faults of all five areas, and of two more than one.</summary>
    private static IEnumerable<Diagnostic> Faults =>
        from fault in new[] { ("EG3201", 3), ("EG3201", 5), ("EG3301", 1), ("EG3302", 13), ("EG3302", 14), ("EG3302", 15), ("EG3401", 70), ("EG3501", 2), ("EG3101", 8) }
        select new Diagnostic(fault.Item1, Severity.Warning, $"what {fault.Item1} says of line {fault.Item2}.", new("evals/support.cases.jsonl", fault.Item2, 0));

    private static SuiteVerdict Without(int cases, Trial trial) =>
        Judge.Decide((trial with { Cases = [.. trial.Cases.Skip(cases)] }).Input with { Baseline = trial.Baseline });

    private static Trial Losing => new Trial { Repeatable = true }.With("de", bothPass: 30, losses: 16, bothFail: 4).With("en", bothPass: 90, bothFail: 10);

    private static Trial Conversations => Enumerable.Range(0, 90).Aggregate(
        new Trial { Repeatable = true },
        (trial, i) => trial.Scored([("language", i % 3 == 0 ? "de" : "en")], [i % 10 == 9 ? 0 : 1], [i % 3 == 0 && i % 4 != 0 ? 0 : 1], $"conversation-{i / 3}"));

    private static Trial Production => new Trial
    {
        Rules = [ARule.MaxDrop("correct", 0.05m, 0.30m)],
        Repeatable = true,
        Mix = new("language", new Dictionary<string, decimal> { ["de"] = 0.9m, ["en"] = 0.1m }, default),
    }.With("de", bothPass: 80, losses: 12, bothFail: 8).With("en", bothPass: 170, gains: 20, bothFail: 10);

    private static Trial Repeated => Enumerable.Range(0, 60).Aggregate(
        new Trial { Repetitions = 2 },
        (trial, i) => trial.With("de", [1, i % 7 == 0 ? 0 : 1], [i % 5 == 0 ? 0 : 1, i % 3 == 0 ? 0 : 1]));

    private static Trial Moving => Calm.With("en", [], [1]).With("en", [], [1])
        .But("de-000", c => c with { Case = c.Case with { Hash = "changed" } })
        .But("de-001", c => c with { Case = c.Case with { Status = CaseStatus.Retired, RetiredReason = "the shop stopped selling stoves" } });

    private static Baseline WithSlices(params (string Slice, int Cases)[] slices) =>
        Calm.Baseline with { Header = Calm.Baseline.Header with { Slices = slices.ToDictionary(s => s.Slice, s => s.Cases) } };

    private static Run WithStack(params (string Name, string Value)[] stack) =>
        Calm.Run with { End = Calm.Run.End! with { Stack = stack.ToDictionary(s => s.Name, s => s.Value) } };
}
