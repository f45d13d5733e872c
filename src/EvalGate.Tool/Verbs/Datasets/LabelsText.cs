using System.Globalization;
using System.Text;
using EvalGate.Commands;
using EvalGate.Datasets;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Reports;

namespace EvalGate.Tool.Verbs;

/// <summary>What came of looking at labels again, in words.</summary>
internal static class LabelsText
{
    private const int MostSlices = 10;

    public static string Of(LabelsResult result)
    {
        var text = new StringBuilder(string.Concat(result.Findings.Select(f => $"{f}\n")));
        text.Append(result.Drawn > 0 ? string.Create(CultureInfo.InvariantCulture, $"{result.Suite}: {result.Drawn} cases to label. Fill in 'label', then: evalgate labels read FILE\n") : "");
        foreach (var sheet in result.Sheets)
        {
            text.Append(CultureInfo.InvariantCulture, $"{ShownText.Of(sheet.Sheet)}: {Agreement(sheet.Comparison.Overall)}\n");
        }

        foreach (var (from, to, drift) in result.Drifts)
        {
            text.Append(CultureInfo.InvariantCulture, $"from {ShownText.Of(from)} to {ShownText.Of(to)}: kappa {drift.Change:+0.00;-0.00} ({drift.Interval.Lower:+0.00;-0.00} to {drift.Interval.Upper:+0.00;-0.00})\n");
        }

        if (result.Sheets is [.., var newest])
        {
            AppendSlices(text, newest.Comparison);
        }

        foreach (var effect in result.Effects)
        {
            text.Append(CultureInfo.InvariantCulture, $"{effect.Metric} of the newest run: {100 * effect.Stored:0.0} % with the stored labels, {100 * effect.New:0.0} % with the new ones\n");
        }

        text.Append(Verdicts("whose label changed", result.Changed)).Append(Verdicts("older than the policy", result.Outdated));
        foreach (var age in result.Ages)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {ShownText.Of(age.Slice.ToString(), 31),-32} {age.Cases,5} cases, {age.Stale,5} stale, {(age.MedianDays is { } days ? string.Create(CultureInfo.InvariantCulture, $"half reviewed within {days} days") : "never reviewed")}\n");
        }

        return text.Append(result.Applied ? "the newest sheet's labels are the cases' now\n" : "").ToString();
    }

    private static void AppendSlices(StringBuilder text, LabelComparison comparison)
    {
        foreach (var (slice, agreement) in comparison.Slices.Where(s => s.Agreement.Share < 1).Take(MostSlices))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {ShownText.Of(slice.ToString(), 31)}: {Agreement(agreement)}\n");
        }
    }

    private static string Verdicts(string which, VerdictWithout? verdicts) => verdicts is null ? ""
        : $"the newest verdict is {VerdictWord.Of(verdicts.With)}, and {(verdicts.Without == verdicts.With ? "stays so" : VerdictWord.Of(verdicts.Without))} without the {Figures.Count(verdicts.Cases, "case")} {which}\n";

    private static string Agreement(LabelAgreement a) => string.Create(
        CultureInfo.InvariantCulture,
        $"{100 * a.Share:0} % of {a.Cases} agree{(double.IsNaN(a.Kappa) ? "" : string.Create(CultureInfo.InvariantCulture, $", kappa {a.Kappa:0.00} ({a.KappaInterval.Lower:0.00} to {a.KappaInterval.Upper:0.00}), alpha {a.Alpha:0.00} ({a.AlphaInterval.Lower:0.00} to {a.AlphaInterval.Upper:0.00})"))}");
}
