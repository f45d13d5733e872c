using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Reports;
using EvalGate.Slicing;

namespace EvalGate.Html.Cases;

/// <summary>The cases as JSON for the page's script. No character that could end a script element, or be markup, is written as itself.</summary>
internal sealed class CaseData(PageContent input)
{
    private const int MostOutputs = 3;
    private const int FlushAt = 64 * 1024;

    // Marks that turn the direction of what follows: they would turn the source of the page.
    private static readonly char[] Turning = ['\u061c', '\u200e', '\u200f', '\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069'];

    private static readonly JsonWriterOptions Options = new() { Encoder = EncoderOf(Turning) };

    private readonly Dictionary<Slice, int> _slices = [];

    /// <summary>Writes one case after the other.</summary>
    public void Write(Stream output)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        WriteMetrics(json);
        json.WriteStartArray("cases");
        foreach (var result in input.Cases)
        {
            WriteCase(json, result);
            if (json.BytesPending > FlushAt)
            {
                json.Flush();
            }
        }

        json.WriteEndArray();
        json.WriteStartArray("slices");
        foreach (var slice in _slices.OrderBy(s => s.Value))
        {
            json.WriteStringValue(slice.Key.ToString());
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static JavaScriptEncoder EncoderOf(char[] forbidden)
    {
        var settings = new TextEncoderSettings(UnicodeRanges.All);
        settings.ForbidCharacters(forbidden);
        return JavaScriptEncoder.Create(settings);
    }

    private void WriteMetrics(Utf8JsonWriter json)
    {
        json.WriteStartArray("metrics");
        foreach (var metric in input.Metrics)
        {
            json.WriteStartObject();
            json.WriteString("name", metric.Name);
            json.WriteNumber("better", metric.Better == Direction.Higher ? 1 : -1);
            json.WriteBoolean("share", metric.IsShare);
            json.WriteString("unit", metric.Unit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteCase(Utf8JsonWriter json, CaseResult result)
    {
        json.WriteStartObject();
        json.WriteString("id", result.Case.Id);
        json.WriteStartArray("s");
        foreach (var slice in result.Slices)
        {
            json.WriteNumberValue(Number(slice));
        }

        json.WriteEndArray();
        WriteScores(json, "b", result.Scores.Select(s => s.Baseline));
        WriteScores(json, "c", result.Scores.Select(s => s.Candidate));
        WriteErrors(json, result.Records);
        BoundedValue.Write(json, "i", result.Case.Input);
        BoundedValue.Write(json, "x", result.Case.Expected);
        json.WriteStartArray("o");
        foreach (var output in Outputs(result.Records))
        {
            BoundedValue.Write(json, output);
        }

        json.WriteEndArray();
        if (input.Snapshots.TryGetValue(result.Case.Id, out var snapshot))
        {
            SideBySide.Write(json, "d", snapshot);
        }

        json.WriteEndObject();
    }

    private int Number(Slice slice)
    {
        if (!_slices.TryGetValue(slice, out var number))
        {
            _slices[slice] = number = _slices.Count;
        }

        return number;
    }

    /// <summary>What the repetitions returned, each answer once.</summary>
    private static IEnumerable<JsonElement> Outputs(IReadOnlyList<RunRecord> records)
    {
        var outputs = records.Select(r => r.Output).Where(o => o.ValueKind != JsonValueKind.Undefined);
        return records.Count < 2 ? outputs : outputs.DistinctBy(o => o.GetRawText(), StringComparer.Ordinal).Take(MostOutputs);
    }

    private static void WriteScores(Utf8JsonWriter json, string name, IEnumerable<double?> scores)
    {
        json.WriteStartArray(name);
        foreach (var score in scores)
        {
            if (score is { } number && double.IsFinite(number))
            {
                json.WriteNumberValue(number);
            }
            else
            {
                json.WriteNullValue();
            }
        }

        json.WriteEndArray();
    }

    private static void WriteErrors(Utf8JsonWriter json, IEnumerable<RunRecord> records)
    {
        json.WriteStartArray("e");
        foreach (var error in records.SelectMany(r => r.Errors).Distinct())
        {
            json.WriteStringValue($"{error.Kind.ToString().ToLowerInvariant()}{(error.Metric is { } metric ? $" of {metric}" : "")}: {BoundedValue.Cut(error.Message)}");
        }

        json.WriteEndArray();
    }
}
