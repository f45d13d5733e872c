using System.Globalization;
using System.Text;
using System.Text.Json;
using EvalGate.Commands;
using EvalGate.Datasets;
using EvalGate.Model;
using EvalGate.Tool.Printing;

namespace EvalGate.Tool.Verbs;

/// <summary>A coverage report, in words and as JSON.</summary>
internal static class CoverageText
{
    private const int MostSlices = 10;

    public static string Of(CoverageResult result, CoverageReport report)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{result.Suite} against {report.Requests} requests: {100 * (1 - report.Uncovered):0.0} % covered\n\n");
        text.Append("uncovered slices                    traffic  cases  risk\n");
        foreach (var slice in report.Slices.Where(s => !s.IsCovered).Take(MostSlices))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {ShownText.Of(slice.Slice.ToString(), 31),-32} {100 * slice.Share,6:0.0} %  {slice.Cases,5}  {100 * slice.Risk,3:0} %\n");
            text.AppendJoin("", slice.Examples.Take(1).Select(e => $"      \"{ShownText.Of(e)}\"\n"));
        }

        text.Append("\nattribute         stability  Jensen–Shannon  would have to move  effective cases\n");
        foreach (var attribute in report.Attributes)
        {
            var level = attribute.Level == DriftLevel.Calm ? "" : $"  {attribute.Level.ToString().ToLowerInvariant()}";
            text.Append(CultureInfo.InvariantCulture, $"  {ShownText.Of(attribute.Attribute, 15),-16} {attribute.Drift.PopulationStability,8:0.000}  {attribute.Drift.JensenShannon,14:0.000}  {100 * attribute.Drift.TotalVariation,16:0.0} %  {attribute.EffectiveCases,15:0}{level}\n");
        }

        AppendSuggestions(text, result.Suggestions);
        return text.Append('\n').AppendJoin("", result.Findings.Select(f => $"{f}\n")).ToString();
    }

    private static void AppendSuggestions(StringBuilder text, IReadOnlyList<Suggestion> suggestions)
    {
        text.Append(suggestions.Count > 0 ? "\nmost worth a label\n" : "");
        foreach (var suggestion in suggestions)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {ShownText.Of(suggestion.Request.Id)} ({ShownText.Of(string.Join("; ", suggestion.Slices.Take(3)))}): \"{ShownText.Of(TextLeaf.Prose(suggestion.Request.Input))}\"\n");
        }
    }

    public static string Json(CoverageResult result, CoverageReport report) => JsonText.Of("coverage", json =>
    {
        json.WriteString("suite", result.Suite);
        json.WriteNumber("requests", report.Requests);
        json.WriteNumber("uncovered", report.Uncovered);
        json.WriteNumber("uncovered_at_most", report.UncoveredAtMost);
        json.WriteNumber("new_combinations", report.NewCombinations);
        json.WriteNumber("unseen", report.Unseen.Mass);
        json.WriteNumber("unseen_at_most", report.Unseen.UpperBound);
        WriteSlices(json, report);
        WriteAttributes(json, report);
        json.WriteStartArray("suggestions");
        foreach (var suggestion in result.Suggestions)
        {
            json.WriteStartObject();
            json.WriteString("id", suggestion.Request.Id);
            json.WriteTexts("slices", suggestion.Slices.Select(s => s.ToString()));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteDiagnostics(result.Findings);
    });

    private static void WriteSlices(Utf8JsonWriter json, CoverageReport report)
    {
        json.WriteStartArray("slices");
        foreach (var slice in report.Slices)
        {
            json.WriteStartObject();
            json.WriteString("slice", slice.Slice.ToString());
            json.WriteNumber("requests", slice.Requests);
            json.WriteNumber("share", slice.Share);
            json.WriteNumber("cases", slice.Cases);
            json.WriteNumber("risk", slice.Risk);
            json.WriteBoolean("covered", slice.IsCovered);
            json.WriteTexts("examples", slice.Examples);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteAttributes(Utf8JsonWriter json, CoverageReport report)
    {
        json.WriteStartArray("attributes");
        foreach (var attribute in report.Attributes)
        {
            json.WriteStartObject();
            json.WriteString("attribute", attribute.Attribute);
            json.WriteNumber("stability_index", attribute.Drift.PopulationStability);
            json.WriteNumber("jensen_shannon", attribute.Drift.JensenShannon);
            json.WriteNumber("total_variation", attribute.Drift.TotalVariation);
            json.WriteNumber("effective_cases", attribute.EffectiveCases);
            json.WriteString("level", attribute.Level.ToString().ToLowerInvariant());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
