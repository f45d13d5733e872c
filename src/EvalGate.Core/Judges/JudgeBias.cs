using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Statistics;

namespace EvalGate.Judges;

/// <summary>Where a judge differs from people unevenly: between the arms, which falsifies what it is asked for, and between slices.</summary>
internal static class JudgeBias
{
    private const double Confidence = 0.9;
    private const int FewestInArm = 10;
    private const int FewestInSlice = 10;

    /// <summary>What there is to say of a judge; nothing where chance explains it.</summary>
    /// <param name="judge">The judge.</param>
    /// <param name="run">What it graded.</param>
    /// <param name="slices">The slices of each case.</param>
    /// <param name="place">Where its rule stands.</param>
    public static IEnumerable<Diagnostic> Findings(JudgeAgreement judge, Run run, IReadOnlyDictionary<string, IReadOnlyList<Slice>> slices, SourcePlace place)
    {
        Rated[] rated =
        [
            .. from record in run.Records
               where record.Repetition == 1 && record.Labelled is not null
               from grade in record.Labelled!
               where grade.Metric == judge.Metric.Name
               orderby record.CaseId
               select new Rated(record.CaseId, grade.Arm, judge.Graded(grade.Judge) - judge.Graded(grade.Human)),
        ];
        return new[] { Arms(judge.Metric, rated), Slices(judge.Metric, rated, slices) }.OfType<string>().Select(m => new Diagnostic(DiagnosticCodes.UnevenJudge, Severity.Warning, m, place));
    }

    private static string? Arms(Metric metric, Rated[] rated)
    {
        var (baseline, candidate) = (Errors("baseline"), Errors("candidate"));
        if (baseline.Count < FewestInArm || candidate.Count < FewestInArm)
        {
            return null;
        }

        var kinder = WelchT.Difference(baseline, candidate);
        var interval = kinder.Interval(Confidence);
        return interval.Lower > 0 || interval.Upper < 0
            ? $"the judge of '{metric.Name}' is {(kinder.Mean > 0 ? "kinder" : "harsher")} to the candidate than to the baseline, by {Figures.Amount(metric, Math.Abs(kinder.Mean))} beside what people say "
                + $"(90 % interval {Figures.Interval(metric, interval)}): the difference that it sees may be its own."
            : null;

        Moments Errors(string arm) => Moments.Of([.. rated.Where(r => r.Arm == arm).Select(r => r.Error)]);
    }

    /// <summary>The slice in which it agrees least, when that is more than chance.</summary>
    private static string? Slices(Metric metric, Rated[] rated, IReadOnlyDictionary<string, IReadOnlyList<Slice>> slices)
    {
        var all = (Agreed: rated.Count(r => r.Error == 0), rated.Length);
        return (from slice in rated.SelectMany(r => slices.GetValueOrDefault(r.CaseId, []).Where(s => s.Pairs.Count == 1 && !s.HasNone).Select(s => (Slice: s, r.Error))).GroupBy(s => s.Slice, s => s.Error)
                let here = (Agreed: slice.Count(e => e == 0), Length: slice.Count())
                let rest = (Agreed: all.Agreed - here.Agreed, Length: all.Length - here.Length)
                where here.Length >= FewestInSlice && rest.Length >= FewestInSlice
                where NewcombeUnpaired.Interval(new(rest.Agreed, rest.Length, here.Agreed, here.Length), Confidence).Upper < 0
                orderby (double)here.Agreed / here.Length, slice.Key
                select $"the judge of '{metric.Name}' agrees less with people in {slice.Key}: on {here.Agreed} of {here.Length} labels, and on {rest.Agreed} of {rest.Length} elsewhere; "
                    + $"there it is {Figures.Amount(metric, Math.Abs(slice.Average()))} {(slice.Average() < 0 ? "harsher" : "kinder")} than they are.").FirstOrDefault();
    }

    private sealed record Rated(string CaseId, string? Arm, double Error);
}
