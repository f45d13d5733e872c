using System.Text.Json;
using EvalGate.Commands;
using EvalGate.Datasets;
using EvalGate.Model;
using EvalGate.Reports;
using EvalGate.Tool.Printing;

namespace EvalGate.Tool.Verbs;

/// <summary>What came of looking at labels again, as JSON.</summary>
internal static class LabelsJson
{
    public static string Of(LabelsResult result) => JsonText.Of("labels", json =>
    {
        json.WriteString("suite", result.Suite);
        json.WriteNumber("drawn", result.Drawn);
        Write(json, "sheets", result.Sheets, Write);
        Write(json, "drifts", result.Drifts, Write);
        Write(json, "effects", result.Effects, Write);
        Write(json, "without_changed", result.Changed);
        Write(json, "without_outdated", result.Outdated);
        Write(json, "ages", result.Ages, Write);
        json.WriteDiagnostics(result.Findings);
    });

    private static void Write<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, SheetComparison sheet)
    {
        json.WriteString("sheet", sheet.Sheet);
        Write(json, "overall", sheet.Comparison.Overall);
        Write(json, "changed", sheet.Comparison.Changed, Write);
        json.WriteStartObject("slices");
        foreach (var (slice, agreement) in sheet.Comparison.Slices)
        {
            Write(json, slice.ToString(), agreement);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ChangedLabel change)
    {
        json.WriteString("id", change.Id);
        json.WriteString("stored", change.Stored);
        json.WriteString("new", change.New);
    }

    private static void Write(Utf8JsonWriter json, SheetDrift drift)
    {
        json.WriteString("from", drift.From);
        json.WriteString("to", drift.To);
        json.WriteNumber("change", drift.Drift.Change);
        json.WriteNumber("lower", drift.Drift.Interval.Lower);
        json.WriteNumber("upper", drift.Drift.Interval.Upper);
    }

    private static void Write(Utf8JsonWriter json, LabelEffect effect)
    {
        json.WriteString("metric", effect.Metric);
        json.WriteNumber("stored", effect.Stored);
        json.WriteNumber("new", effect.New);
    }

    private static void Write(Utf8JsonWriter json, LabelAges age)
    {
        json.WriteString("slice", age.Slice.ToString());
        json.WriteNumber("cases", age.Cases);
        json.WriteNumber("stale", age.Stale);
    }

    private static void Write(Utf8JsonWriter json, string name, VerdictWithout? verdicts)
    {
        if (verdicts is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("cases", verdicts.Cases);
        json.WriteString("verdict", VerdictWord.Json(verdicts.With));
        json.WriteString("without", VerdictWord.Json(verdicts.Without));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, LabelAgreement agreement)
    {
        json.WriteStartObject(name);
        json.WriteNumber("cases", agreement.Cases);
        json.WriteNumber("agree", agreement.Share);
        json.WriteNumberOrNull("kappa", agreement.Kappa);
        json.WriteNumberOrNull("alpha", agreement.Alpha);
        json.WriteEndObject();
    }
}
