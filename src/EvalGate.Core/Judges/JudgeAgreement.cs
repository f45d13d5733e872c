using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Statistics;

namespace EvalGate.Judges;

/// <summary>How well a judge agrees with people, measured in the run that it judges.</summary>
/// <param name="Metric">The judge's metric.</param>
/// <param name="Bar">The least kappa with which it may block, as the lower end of its 90 % interval.</param>
/// <param name="Grades">What a grade is called, from the least; <c>fail</c> and <c>pass</c> where the metric has a mark.</param>
/// <param name="Slices">People's grades against the judge's: overall first, then the slices of labelled cases.</param>
public sealed record JudgeAgreement(Metric Metric, decimal Bar, IReadOnlyList<string> Grades, IReadOnlyList<SliceConfusion> Slices)
{
    private const double Confidence = 0.9;

    /// <summary>People's grades against the judge's, of all that is labelled.</summary>
    public ConfusionTable Confusion => Slices[0].Confusion;

    /// <summary>Labelled outputs that it graded.</summary>
    public long Labels => Confusion.Total;

    /// <summary>Cohen's kappa with quadratic weights, which is the plain one for pass/fail.</summary>
    public AgreementEstimate Kappa => CohensKappa.Of(Confusion, KappaWeights.Quadratic);

    /// <summary>Krippendorff's alpha for ordered grades; NaN when nothing varies.</summary>
    public double Alpha => KrippendorffAlpha.Of([.. Confusion.Cells.SelectMany(c => Enumerable.Repeat(new double[] { c.First, c.Second }, (int)c.Count))], AgreementLevel.Ordinal);

    /// <summary>90 % interval of <see cref="Kappa"/>.</summary>
    public ConfidenceInterval Interval => Kappa.Interval(Confidence);

    /// <summary>Whether the judge may block: even the lower end of the interval reaches the bar.</summary>
    public bool HasEarnedVote => Labels >= Least && !double.IsNaN(Kappa.Value) && Interval.Lower >= (double)Bar;

    /// <summary>With fewer labels the interval cannot be trusted.</summary>
    public const int Least = 20;

    /// <summary>The agreement of a judge, from what it said of labelled outputs in a run.</summary>
    /// <param name="metric">A metric that is judged.</param>
    /// <param name="run">The run.</param>
    /// <param name="slices">The slices of each case.</param>
    public static JudgeAgreement Of(Metric metric, Run run, IReadOnlyDictionary<string, IReadOnlyList<Slice>> slices)
    {
        var scale = GradeScale.Of(metric);
        var pairs = (from record in run.Records
                     where record.Repetition == 1 && record.Labelled is not null
                     from grade in record.Labelled!
                     where grade.Metric == metric.Name
                     from slice in slices.GetValueOrDefault(record.CaseId, []).Where(s => !s.HasNone).Append(Slice.Overall).Distinct()
                     select (Slice: slice, Human: scale.IndexOf(grade.Human), Judge: scale.IndexOf(grade.Judge))).ToLookup(p => p.Slice, p => (p.Human, p.Judge));
        var tables = pairs.Select(p => p.Key).Append(Slice.Overall).Distinct().Order();
        return new(metric, metric.Judge!.Bar, scale.Grades, [.. tables.Select(s => new SliceConfusion(s, ConfusionTable.Of(pairs[s], scale.Grades.Count)))]);
    }

    /// <summary>Why the judge may not block; null when it may.</summary>
    public string? Reason => this switch
    {
        { HasEarnedVote: true } => null,
        { Labels: 0 } => "no human label vouches for it: name a file under 'labels'",
        { Labels: < Least } => $"it graded {Labels} human labels, and at least {Least} are needed",
        _ when double.IsNaN(Kappa.Value) => $"all {Labels} human labels and grades are alike, so agreement cannot be told from chance",
        _ => $"its agreement with {Labels} human labels is kappa {Figures.Fixed(Kappa.Value, 2)} (90 % interval {Figures.Fixed(Interval.Lower, 2)} to {Figures.Fixed(Interval.Upper, 2)}), "
            + $"and the interval must lie above the bar {Quantity.Text(Bar)}",
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

/// <summary>People's grades, first, against the judge's, second, on one slice.</summary>
/// <param name="Slice">The slice.</param>
/// <param name="Confusion">How often one grade met another, in the order of the grades.</param>
public sealed record SliceConfusion(Slice Slice, ConfusionTable Confusion);
