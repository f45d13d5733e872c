using System.Globalization;
using EvalGate.Model;

namespace EvalGate.Gating;

/// <summary>What changed in how a suite judges, between two of its states.</summary>
/// <param name="before">The suite before.</param>
/// <param name="after">The suite after.</param>
public sealed class SuiteChanges(Suite before, Suite after)
{
    private static readonly InconclusivePolicy[] Strictest = [InconclusivePolicy.Block, InconclusivePolicy.Warn, InconclusivePolicy.Pass];

    /// <summary>The changes: rules first, then the settings of the gate, waivers, metrics and slices.</summary>
    /// <param name="before">The suite before.</param>
    /// <param name="after">The suite after.</param>
    public static IReadOnlyList<GateChange> Of(Suite before, Suite after) => new SuiteChanges(before, after).All();

    private GateChange[] All() => (before.Gate, after.Gate) switch
    {
        (null, null) => [.. Suites()],
        ({ }, null) => [Changed("the gate is gone: nothing is judged", true), .. Suites()],
        (null, { }) => [Changed("there is a gate now", false), .. Suites()],
        ({ } was, { } now) => [.. Rules(was, now), .. Settings(was, now), .. Waivers(was, now), .. Suites()],
    };

    private GateChange Changed(string text, bool weakens) => new(after.Name, text, weakens);

    private GateChange[] Rules(GateSettings was, GateSettings now)
    {
        var (old, current) = (Keyed(before, was), Keyed(after, now));
        return
        [
            .. old.Where(r => !current.ContainsKey(r.Key)).Select(r => Changed($"rule removed: {r.Key} {RuleWords.Demand(r.Value.Rule, r.Value.Metric)}", true)),
            .. current.Where(r => !old.ContainsKey(r.Key)).Select(r => Changed($"rule added: {r.Key} {RuleWords.Demand(r.Value.Rule, r.Value.Metric)}", IsNarrower(r.Value.Rule, was))),
            .. from rule in current
               where old.ContainsKey(rule.Key)
               let texts = (Was: RuleWords.Demand(old[rule.Key].Rule, old[rule.Key].Metric), Now: RuleWords.Demand(rule.Value.Rule, rule.Value.Metric))
               where texts.Was != texts.Now
               select Changed($"{rule.Key}: {texts.Was} → {texts.Now}", RuleWords.Weakens(old[rule.Key].Rule, rule.Value.Rule, rule.Value.Metric)),
        ];
    }

    private static Dictionary<string, (Rule Rule, Metric Metric)> Keyed(Suite suite, GateSettings gate) => gate.Rules
        .Select(r => (Rule: r, Metric: suite.Metrics.First(m => m.Name == r.Metric)))
        .GroupBy(r => RuleWords.Key(r.Rule, r.Metric), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    /// <summary>A rule about a slice replaces the wider one there, and may allow more.</summary>
    private static bool IsNarrower(Rule rule, GateSettings was) => rule is { Scope: NamedSlices, Bound: MaxChange now }
        && was.Rules.Any(r => r.Metric == rule.Metric && r.Scope is OverallAndSlices or EverySlice && r.Bound is MaxChange then && RuleWords.IsWider(then.Slices, now.Overall));

    private IEnumerable<GateChange> Settings(GateSettings was, GateSettings now) => new[]
    {
        Setting("baseline", Source(was), Source(now), true),
        Setting("inconclusive", Word(was.Inconclusive), Word(now.Inconclusive), Array.IndexOf(Strictest, now.Inconclusive) > Array.IndexOf(Strictest, was.Inconclusive)),
        Setting("max_errors", Errors(was.MaxErrors), Errors(now.MaxErrors), !(now.MaxErrors.Count <= was.MaxErrors.Count || now.MaxErrors.Share <= was.MaxErrors.Share)),
        Setting("false_alarms", Share(was.FalseAlarms), Share(now.FalseAlarms), (now.FalseAlarms ?? GateComparisons.LevelOf(now, isRepeatable: false)) < (was.FalseAlarms ?? GateComparisons.LevelOf(was, isRepeatable: true))),
        Setting("anchor", was.Anchor ?? "none", now.Anchor ?? "none", was.Anchor is not null),
        Setting("trade", Trade(was.Trade, before), Trade(now.Trade, after), now.Trade is not null),
    }.OfType<GateChange>();

    private IEnumerable<GateChange> Waivers(GateSettings was, GateSettings now)
    {
        var old = was.Waivers.ToDictionary(w => (w.Metric, w.Slice));
        foreach (var waiver in now.Waivers)
        {
            var earlier = old.GetValueOrDefault((waiver.Metric, waiver.Slice));
            var (then, current) = (earlier is null ? "none" : Waived(earlier, before), Waived(waiver, after));
            if (then != current)
            {
                yield return Changed($"waiver of {waiver.Metric} in {waiver.Slice}: {then} → {current}", earlier is null || waiver.Expires > earlier.Expires || RuleWords.IsWider(earlier.Ceiling, waiver.Ceiling));
            }
        }

        foreach (var gone in was.Waivers.Where(w => now.Waivers.All(n => (n.Metric, n.Slice) != (w.Metric, w.Slice))))
        {
            yield return Changed($"waiver of {gone.Metric} in {gone.Slice} removed", false);
        }
    }

    private IEnumerable<GateChange> Suites()
    {
        GateChange?[] settings =
        [
            Setting("repetitions", Number(before.Repetitions), Number(after.Repetitions), after.Repetitions < before.Repetitions),
            Setting("snapshots", before.Snapshots is null ? "none" : "kept", after.Snapshots is null ? "none" : "kept", after.Snapshots is null),
            Setting("policy of snapshots", Word(before.Snapshots?.Policy), Word(after.Snapshots?.Policy), true),
            Setting("weights", before.Mix?.Attribute ?? "none", after.Mix?.Attribute ?? "none", true),
        ];
        var metrics = before.Metrics.Select(m => (Was: m, Now: after.Metrics.FirstOrDefault(n => n.Name == m.Name)));
        var slices = Slices(before).Except(Slices(after), StringComparer.Ordinal);
        return
        [
            .. settings.OfType<GateChange>(),
            .. metrics.Where(m => m.Now is null).Select(m => Changed($"metric {m.Was.Name} removed", true)),
            .. metrics.Where(m => m.Now is { } now && (now.Fingerprint != m.Was.Fingerprint || now.Must != m.Was.Must)).Select(m => Changed($"metric {m.Was.Name} is measured differently", true)),
            .. slices.Select(s => Changed($"slices: {s} removed", true)),
        ];
    }

    private GateChange? Setting(string name, string was, string now, bool weakens) => was == now ? null : Changed($"{name}: {was} → {now}", weakens);

    private static IEnumerable<string> Slices(Suite suite) =>
        [.. suite.Attributes.Select(a => a.Name), .. suite.Crosses.Select(c => $"[{string.Join(", ", c.Attributes)}]")];

    private static string Waived(Waiver waiver, Suite suite) => string.Create(
        CultureInfo.InvariantCulture,
        $"up to {RuleWords.Amount(waiver.Ceiling, suite.Metrics.First(m => m.Name == waiver.Metric))} until {waiver.Expires:yyyy-MM-dd}");

    private static string Trade(Trade? trade, Suite suite) => trade is null ? "none"
        : $"{string.Join(", ", trade.Allow.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key} {RuleWords.Amount(a.Value, suite.Metrics.First(m => m.Name == a.Key))}"))} for {trade.For} {RuleWords.Amount(trade.Gain, suite.Metrics.First(m => m.Name == trade.For))}";

    private static string Source(GateSettings gate) => gate.BaselineBranch is { } branch ? $"of branch {branch}" : gate.Baseline;

    private static string Errors(ErrorAllowance allowed) => allowed.Count is { } count ? Number(count) : $"{Quantity.Text(100 * (allowed.Share ?? 0))}%";

    private static string Share(double? share) => share is { } value ? $"{Quantity.Text((decimal)Math.Round(100 * value, 6))}%" : "default";

    private static string Word(Enum? value) => value?.ToString().ToLowerInvariant() ?? "default";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
