using System.Globalization;
using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Reports;

/// <summary>The comparisons of a verdict as a table (RFC 4180), numbers at full precision; empty where there is none.</summary>
public static class CsvReport
{
    private const string Head = "suite,metric,slice,against,n,baseline,candidate,difference,lower,upper,p,p_adjusted,tolerance,verdict,blocks,gains,losses,smallest_detectable,cases_needed\n";

    /// <summary>The file's text.</summary>
    /// <param name="verdict">The verdict.</param>
    public static string Write(SuiteVerdict verdict) => Head + string.Concat(verdict.Comparisons.Select(c => Row(verdict, c)));

    private static string Row(SuiteVerdict verdict, Comparison c)
    {
        string[] cells =
        [
            Text(verdict.Suite),
            Text(c.Metric.Name),
            Text(c.Slice.ToString()),
            c.IsAnchored ? "anchor" : c.Weighting is null ? "baseline" : "production mix",
            Number(c.Cases),
            Number(c.Baseline),
            Number(c.Candidate),
            Number(c.Difference),
            Number(c.Interval?.Lower),
            Number(c.Interval?.Upper),
            Number(c.PValue),
            Number(c.AdjustedPValue),
            Number(c.Tolerance),
            VerdictWord.Json(c.Verdict),
            c.Blocks ? "true" : "false",
            Number(c.Gains),
            Number(c.Losses),
            Number(c.SmallestDetectable),
            Number(c.CasesNeeded),
        ];
        return string.Join(',', cells) + "\n";
    }

    private static string Number(double? number) => number is { } value && double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : "";

    /// <summary>Spreadsheets take a cell that starts with one of these for a formula.</summary>
    private static string Text(string text)
    {
        var clean = CleanText.Of(text);
        var harmless = clean.Length > 0 && clean[0] is '=' or '+' or '-' or '@' ? $"'{clean}" : clean;
        return harmless.AsSpan().ContainsAny(",\"") ? $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : harmless;
    }
}
