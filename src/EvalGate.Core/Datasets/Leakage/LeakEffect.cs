using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Datasets;

/// <summary>What leaked cases do to a metric of a run.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="With">Its mean over all cases.</param>
/// <param name="Without">Its mean without those that leaked.</param>
public sealed record LeakEffect(Metric Metric, double With, double Without)
{
    /// <summary>The effect on each quality metric; none where no case, or every case, leaked.</summary>
    /// <param name="suite">Says which metrics there are.</param>
    /// <param name="run">The run.</param>
    /// <param name="leaked">The ids of the cases that leaked.</param>
    public static IReadOnlyList<LeakEffect> Of(Suite suite, Run run, IReadOnlyCollection<string> leaked)
    {
        var ids = leaked.ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from metric in suite.Scored.Where(m => m.IsQuality)
               let scores = run.Records.Where(r => r.Scores.GetValueOrDefault(metric.Name) is not null).Select(r => (r.CaseId, Score: r.Scores[metric.Name]!.Value)).ToArray()
               let rest = scores.Where(s => !ids.Contains(s.CaseId)).ToArray()
               where rest.Length > 0 && rest.Length < scores.Length
               select new LeakEffect(metric, scores.Average(s => s.Score), rest.Average(s => s.Score)),
        ];
    }

    /// <summary>What a verdict that was made without leaked cases says of them.</summary>
    /// <param name="suite">The suite.</param>
    /// <param name="run">The run that was judged.</param>
    /// <param name="leaked">The ids of the cases that leaked, at least one.</param>
    public static Diagnostic Finding(Suite suite, Run run, IReadOnlyCollection<string> leaked)
    {
        var figures = string.Join("; ", Of(suite, run, leaked).Select(e => $"{e.Metric.Name} is {Figures.Value(e.Metric, e.Without)} without and {Figures.Value(e.Metric, e.With)} with them"));
        return new(
            DiagnosticCodes.LeakedLeftOut,
            Severity.Warning,
            $"{Figures.Count(leaked.Count, "case")} leaked and {(leaked.Count == 1 ? "is" : "are")} left out of the verdict: {CaseList.Some(leaked.Order(StringComparer.Ordinal))}.{(figures.Length == 0 ? "" : $" Of the run, {figures}.")} To retire what leaked: 'evalgate leakage {suite.Name} --retire'.",
            suite.Place);
    }
}
