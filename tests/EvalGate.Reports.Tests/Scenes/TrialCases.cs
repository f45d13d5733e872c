using System.Globalization;
using EvalGate.Model;
using EvalGate.TestKit;

namespace EvalGate.Reports.Tests.Scenes;

/// <summary>Adds many cases to a trial at once.</summary>
internal static class TrialCases
{
    /// <summary>Pass/fail cases in slices: how many pass on both sides, were lost, were gained, fail on both sides.</summary>
    public static Trial In(this Trial trial, (string Attribute, string Value)[] slices, int bothPass, int losses = 0, int gains = 0, int bothFail = 0) => trial
        .Scored(slices, bothPass, [1], [1]).Scored(slices, losses, [1], [0]).Scored(slices, gains, [0], [1]).Scored(slices, bothFail, [0], [0]);

    /// <summary>So many cases with the same scores, one per metric in the trial's order.</summary>
    public static Trial Scored(this Trial trial, (string Attribute, string Value)[] slices, int count, double[] before, double[] after) =>
        Enumerable.Range(0, count).Aggregate(trial, (t, _) => t.Scored(slices, before, after));

    /// <summary>One case with a score per metric; NaN where the metric does not apply.</summary>
    public static Trial Scored(this Trial trial, (string Attribute, string Value)[] slices, double[] before, double[] after, string? group = null)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{string.Join('-', slices.Select(s => s.Value))}-{trial.Cases.Count:000}");
        var metrics = trial.Metrics.Select(m => m.Name).ToArray();
        return trial.With(
            ACase.Of(id, slices) with { Group = group },
            metrics.Zip(before).ToDictionary(p => p.First, p => (IReadOnlyList<double>)(double.IsNaN(p.Second) ? [] : [p.Second])),
            [metrics.Zip(after).ToDictionary(p => p.First, p => double.IsNaN(p.Second) ? (double?)null : p.Second)]);
    }

    /// <summary>Turns the results of some cases into errors.</summary>
    public static Trial Broken(this Trial trial, IEnumerable<string> ids, string message) => ids.Aggregate(trial, (t, id) => t.But(id, c => c with
    {
        Records = [.. c.Records.Select(r => r with { Scores = new Dictionary<string, double?>(), Errors = [new(ErrorKind.Subject, message)] })],
    }));
}
