using System.Globalization;
using System.Text;
using System.Text.Json;
using EvalGate.Commands;
using EvalGate.Datasets;
using EvalGate.Model;
using EvalGate.Tool.Printing;

namespace EvalGate.Tool.Verbs;

/// <summary>What came of looking at labels again, in words and as JSON.</summary>
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

        if (result.Sheets is [.., var newest])
        {
            AppendSlices(text, newest.Comparison);
        }

        foreach (var effect in result.Effects)
        {
            text.Append(CultureInfo.InvariantCulture, $"{effect.Metric} of the newest run: {100 * effect.Stored:0.0} % with the stored labels, {100 * effect.New:0.0} % with the new ones\n");
        }

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

    private static string Agreement(LabelAgreement a) => string.Create(
        CultureInfo.InvariantCulture,
        $"{100 * a.Share:0} % of {a.Cases} agree{(double.IsNaN(a.Kappa) ? "" : string.Create(CultureInfo.InvariantCulture, $", kappa {a.Kappa:0.00} ({a.KappaInterval.Lower:0.00} to {a.KappaInterval.Upper:0.00}), alpha {a.Alpha:0.00} ({a.AlphaInterval.Lower:0.00} to {a.AlphaInterval.Upper:0.00})"))}");

    public static string Json(LabelsResult result) => JsonText.Of("labels", json =>
    {
        json.WriteString("suite", result.Suite);
        json.WriteNumber("drawn", result.Drawn);
        json.WriteStartArray("sheets");
        foreach (var sheet in result.Sheets)
        {
            Write(json, sheet);
        }

        json.WriteEndArray();
        json.WriteStartArray("effects");
        foreach (var effect in result.Effects)
        {
            json.WriteStartObject();
            json.WriteString("metric", effect.Metric);
            json.WriteNumber("stored", effect.Stored);
            json.WriteNumber("new", effect.New);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("ages");
        foreach (var age in result.Ages)
        {
            json.WriteStartObject();
            json.WriteString("slice", age.Slice.ToString());
            json.WriteNumber("cases", age.Cases);
            json.WriteNumber("stale", age.Stale);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteDiagnostics(result.Findings);
    });

    private static void Write(Utf8JsonWriter json, SheetComparison sheet)
    {
        json.WriteStartObject();
        json.WriteString("sheet", sheet.Sheet);
        Write(json, "overall", sheet.Comparison.Overall);
        json.WriteStartArray("changed");
        foreach (var change in sheet.Comparison.Changed)
        {
            json.WriteStartObject();
            json.WriteString("id", change.Id);
            json.WriteString("stored", change.Stored);
            json.WriteString("new", change.New);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("slices");
        foreach (var (slice, agreement) in sheet.Comparison.Slices)
        {
            Write(json, slice.ToString(), agreement);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, LabelAgreement agreement)
    {
        json.WriteStartObject(name);
        json.WriteNumber("cases", agreement.Cases);
        json.WriteNumber("agree", agreement.Share);
        Write(json, "kappa", agreement.Kappa);
        Write(json, "alpha", agreement.Alpha);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsNaN(value))
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteNumber(name, value);
        }
    }
}
