using System.Globalization;
using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Datasets;

/// <summary>Expected values that nobody looked at, or not for long, or that are quarantined beyond their date.</summary>
internal static class ReviewDates
{
    public static IEnumerable<Diagnostic> Find(LintInput input)
    {
        var oldest = input.Today.AddDays(-input.Settings.StaleAfterDays);
        foreach (var file in input.Active.GroupBy(c => c.Place.File, StringComparer.Ordinal))
        {
            Case[] missing = [.. file.Where(c => c.Reviewed is null)];
            Case[] stale = [.. file.Where(c => c.Reviewed < oldest)];
            if (missing.Length > 0)
            {
                yield return new(DiagnosticCodes.NotReviewed, Severity.Note, $"{Figures.Count(missing.Length, "case")} without a review date: {CaseList.Some(missing)}. Have what they expect checked and write \"reviewed\": \"YYYY-MM-DD\"; 'evalgate labels sheet' draws a sample.", missing[0].Place);
            }

            if (stale.Length > 0)
            {
                yield return new(DiagnosticCodes.StaleReview, Severity.Note, string.Create(CultureInfo.InvariantCulture, $"{Figures.Count(stale.Length, "case")} last reviewed more than {input.Settings.StaleAfterDays} days ago: {CaseList.Some(stale.OrderBy(c => c.Reviewed))}. What was right then may not be now; 'evalgate labels sheet' draws a sample."), stale[0].Place);
            }
        }

        foreach (var over in input.Active.Where(c => c.Quarantine?.Expires < input.Today))
        {
            yield return new(DiagnosticCodes.QuarantineOver, Severity.Warning, string.Create(CultureInfo.InvariantCulture, $"the quarantine of case '{ShownText.Of(over.Id)}' ended on {over.Quarantine!.Expires:yyyy-MM-dd}. Mend the case, or retire it ('evalgate cases restore|retire')."), over.Place);
        }
    }
}
