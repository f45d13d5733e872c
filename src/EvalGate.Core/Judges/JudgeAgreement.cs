using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Statistics;

namespace EvalGate.Judges;

/// <summary>How well a judge agrees with people, measured in the run that it judges.</summary>
/// <param name="Metric">The judge's metric.</param>
/// <param name="Labels">Labelled outputs that it graded.</param>
/// <param name="Kappa">Cohen's kappa: plain for pass/fail, with quadratic weights for grades.</param>
/// <param name="Alpha">Krippendorff's alpha for ordered grades; NaN when nothing varies.</param>
/// <param name="Confusion">People's grades against the judge's, from the least grade.</param>
public sealed record JudgeAgreement(Metric Metric, int Labels, AgreementEstimate Kappa, double Alpha, ConfusionTable Confusion)
{
    private const double Confidence = 0.9;

    /// <summary>90 % interval of <see cref="Kappa"/>.</summary>
    public ConfidenceInterval Interval => Kappa.Interval(Confidence);

    /// <summary>Whether the judge may block: even the lower end of the interval reaches the bar.</summary>
    public bool HasEarnedVote => Labels >= Least && !double.IsNaN(Kappa.Value) && Interval.Lower >= (double)Metric.Judge!.Bar;

    /// <summary>With fewer labels the interval cannot be trusted.</summary>
    public const int Least = 20;

    /// <summary>The agreement of a judge, from what it said of labelled outputs in a run.</summary>
    /// <param name="metric">A metric that is judged.</param>
    /// <param name="run">The run.</param>
    public static JudgeAgreement Of(Metric metric, Run run)
    {
        LabelledGrade[] grades =
        [
            .. run.Records.Where(r => r.Labelled is not null && r.Repetition == 1).OrderBy(r => r.CaseId, StringComparer.Ordinal)
                .SelectMany(r => r.Labelled!).Where(g => g.Metric == metric.Name),
        ];
        var least = metric.Pass is null ? (double)metric.Range!.Minimum : 0;
        var steps = metric.Judge!.StepsPerUnit;
        var categories = metric.Pass is null ? (int)(metric.Range!.Width * steps) + 1 : 2;
        int Category(double grade) => metric.Pass is { } mark ? (mark.Passes(grade) ? 1 : 0) : Math.Clamp((int)Math.Round((grade - least) * steps), 0, categories - 1);
        var table = ConfusionTable.Of(grades.Select(g => (Category(g.Human), Category(g.Judge))), categories);
        double[][] units = [.. grades.Select(g => new[] { (double)Category(g.Human), Category(g.Judge) })];
        return new(
            metric,
            grades.Length,
            CohensKappa.Of(table, metric.Pass is null ? KappaWeights.Quadratic : KappaWeights.None),
            KrippendorffAlpha.Of(units, metric.Pass is null ? AgreementLevel.Ordinal : AgreementLevel.Nominal),
            table);
    }

    /// <summary>Why the judge may not block; null when it may.</summary>
    public string? Reason => this switch
    {
        { HasEarnedVote: true } => null,
        { Labels: 0 } => "no human label vouches for it: name a file under 'labels'",
        { Labels: < Least } => $"it graded {Labels} human labels, and at least {Least} are needed",
        _ when double.IsNaN(Kappa.Value) => $"all {Labels} human labels and grades are alike, so agreement cannot be told from chance",
        _ => $"its agreement with {Labels} human labels is kappa {Figures.Fixed(Kappa.Value, 2)} (90 % interval {Figures.Fixed(Interval.Lower, 2)} to {Figures.Fixed(Interval.Upper, 2)}), "
            + $"and the interval must lie above the bar {Quantity.Text(Metric.Judge!.Bar)}",
    };

    /// <summary>A grade in the metric's own unit: passed or not, where it has a mark.</summary>
    internal double Graded(double grade) => Metric.Pass is { } mark ? (mark.Passes(grade) ? 1 : 0) : grade;

    /// <summary>People's mean over all cases, estimated from all grades and corrected by the labels; null without labels.</summary>
    /// <param name="run">The run.</param>
    public StudentEstimate? CorrectedMean(Run run)
    {
        double[] differences = [.. run.Records.Where(r => r.Repetition == 1).SelectMany(r => r.Labelled ?? []).Where(g => g.Metric == Metric.Name).Select(g => Graded(g.Human) - Graded(g.Judge))];
        double[] unlabelled = [.. run.Records.Select(r => r.Scores.GetValueOrDefault(Metric.Name)).OfType<double>()];
        return differences.Length < 2 || unlabelled.Length < 2 ? null : PredictionPoweredMean.Of(Moments.Of(unlabelled), Moments.Of(differences));
    }
}
