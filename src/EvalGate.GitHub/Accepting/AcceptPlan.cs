using System.Globalization;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Reports;

namespace EvalGate.GitHub;

/// <summary>What becomes of a command: the waivers that are written, or why there are none.</summary>
/// <param name="Waivers">One per regression that is accepted, in the order they are named.</param>
/// <param name="Problem">Why nothing is accepted; null when something is.</param>
public sealed record AcceptPlan(IReadOnlyList<PlannedWaiver> Waivers, string? Problem)
{
    private const decimal Step = 0.001m;

    /// <summary>Holds a command against the result as it is now.</summary>
    /// <param name="command">The command.</param>
    /// <param name="head">The commit that was measured.</param>
    /// <param name="verdicts">Its verdicts.</param>
    /// <param name="days">The first day, and the last one that may be asked for; the latter counts when no day is asked for.</param>
    public static AcceptPlan Of(CommentCommand command, string head, IReadOnlyList<SuiteVerdict> verdicts, (DateOnly Today, DateOnly Last) days)
    {
        if (ResultCode.Of(head, verdicts) is var code && code != command.Code)
        {
            return Refuse($"the code names another result than the newest one of {head[..7]}, which is `{code}`");
        }

        var until = command.Until ?? days.Last;
        if (until < days.Today || until > days.Last)
        {
            return Refuse($"--until must lie between {Day(days.Today)} and {Day(days.Last)}");
        }

        var items = AcceptableItem.Of(verdicts);
        var named = command.Slices.Select(s => (Name: s, Items: items.Where(i => IsNamed(i, s)).ToArray())).ToArray();
        return named.FirstOrDefault(n => n.Items.Length == 0) is { Name: { } unknown }
            ? Refuse($"nothing that blocks is called {MarkdownText.Name(unknown, 80)}; there are {(items.Count == 0 ? "none" : string.Join(", ", items.Select(i => $"{Number(i.Number)} ({MarkdownText.Name(i.SliceName, 80)})")))}")
            : new([.. named.SelectMany(n => n.Items).Distinct().Select(i => new PlannedWaiver(i.Suite, WaiverOf(i, command.Reason, until), i.Comparison.Metric.IsShare))], null);
    }

    private static AcceptPlan Refuse(string problem) => new([], problem);

    private static bool IsNamed(AcceptableItem item, string name) => Number(item.Number) == name || item.SliceName == name;

    private static Waiver WaiverOf(AcceptableItem item, string reason, DateOnly until) => new()
    {
        Metric = item.Comparison.Metric.Name,
        Pairs = item.Comparison.Slice.Pairs,
        Ceiling = CeilingOf(item.Comparison),
        Reason = reason,
        Expires = until,
        Place = default,
    };

    /// <summary>What was seen and nothing beyond, rounded up to a thousandth.</summary>
    private static Tolerance CeilingOf(Comparison c)
    {
        var isRelative = !c.Metric.IsQuality;
        var drop = Math.Abs(c.Difference!.Value) / (isRelative ? Math.Abs(c.Baseline!.Value) : 1);
        return new(Math.Ceiling((decimal)Math.Round(drop, 9) / Step) * Step, isRelative);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
