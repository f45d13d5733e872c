using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Reports;

/// <summary>The findings of a verdict as SARIF 2.1.0, each at its place in the suite: what code scanning shows beside the line.</summary>
public static class SarifReport
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The file's text.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="folder">The project's folder as the repository knows it, with forward slashes; empty at the top.</param>
    public static string Write(SuiteVerdict verdict, string folder)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            WriteTool(json, Codes(verdict));
            json.WriteStartObject("automationDetails");
            json.WriteString("id", $"evalgate/{verdict.Suite}/");
            json.WriteEndObject();
            json.WriteString("columnKind", "utf16CodeUnits");
            WriteResults(json, verdict, folder);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static string[] Codes(SuiteVerdict verdict) => [.. verdict.Findings.Select(f => f.Code).Distinct().Order(StringComparer.Ordinal)];

    private static void WriteTool(Utf8JsonWriter json, string[] codes)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "EvalGate");
        json.WriteString("informationUri", CodePage.Address);
        json.WriteStartArray("rules");
        foreach (var code in codes)
        {
            json.WriteStartObject();
            json.WriteString("id", code);
            WriteText(json, "shortDescription", Meaning(code));
            json.WriteString("helpUri", CodePage.Of(code));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResults(Utf8JsonWriter json, SuiteVerdict verdict, string folder)
    {
        var codes = Codes(verdict);
        json.WriteStartArray("results");
        foreach (var finding in verdict.Findings)
        {
            json.WriteStartObject();
            json.WriteString("ruleId", finding.Code);
            json.WriteNumber("ruleIndex", Array.IndexOf(codes, finding.Code));
            json.WriteString("level", Level(finding.Severity));
            WriteText(json, "message", $"{verdict.Suite}: {finding.Message}");
            WritePlace(json, finding.Place, folder);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePlace(Utf8JsonWriter json, SourcePlace place, string folder)
    {
        json.WriteStartArray("locations");
        if (!string.IsNullOrEmpty(place.File))
        {
            json.WriteStartObject();
            json.WriteStartObject("physicalLocation");
            json.WriteStartObject("artifactLocation");
            json.WriteString("uri", Address(folder.Length == 0 ? place.File : $"{folder}/{place.File}"));
            json.WriteEndObject();
            json.WriteStartObject("region");
            json.WriteNumber("startLine", Math.Max(1, place.Line));
            json.WriteNumber("startColumn", Math.Max(1, place.Column));
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Address(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    /// <summary>Viewers take <c>[text](1)</c> in a message for a link and braces for placeholders.</summary>
    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", CleanText.Of(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal)
            .Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
        json.WriteEndObject();
    }

    private static string Level(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };

    private static string Meaning(string code) => code switch
    {
        DiagnosticCodes.Regressed => "A metric got worse than its rule allows.",
        DiagnosticCodes.NotShown => "A metric is not shown to be no worse, and its rule demands that.",
        DiagnosticCodes.NotJudged => "Nothing sound could be compared.",
        DiagnosticCodes.Inconclusive => "A metric is probably worse; too few cases to be sure.",
        DiagnosticCodes.CasesVanished => "Cases of the baseline are gone without a word.",
        DiagnosticCodes.BeyondEstimate => "The plain figure of a metric is beyond its limit.",
        DiagnosticCodes.Traded => "A metric got worse as the price of a gain that the suite asked for.",
        DiagnosticCodes.Waived => "A metric got worse and was accepted until a later day.",
        DiagnosticCodes.WaiverExpired => "What was accepted is accepted no longer.",
        _ => "Something to look at in an eval suite.",
    };
}
