using System.Text;
using System.Text.Json;
using EvalGate.Model;

namespace EvalGate.Files;

/// <summary>A suite as the build resolved it, <c>NAME.suite.json</c>: what the test host reads in place of YAML.</summary>
public static class ResolvedSuiteFile
{
    private const string Kind = "suite";
    private const string BuildAgain = "Build the test project again.";

    /// <summary>Writes a suite; a file that says the same already stays untouched.</summary>
    /// <param name="path">Where.</param>
    /// <param name="suite">The suite.</param>
    /// <returns>True when the file was written.</returns>
    /// <exception cref="FilesException">The file may not be written, or the disk is full.</exception>
    public static bool Write(string path, Suite suite) => TextFile.WriteIfChanged(path, Text(suite));

    /// <summary>The content of the file: indented, the same for equal suites.</summary>
    /// <param name="suite">The suite.</param>
    public static string Text(Suite suite)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JsonStyle.Encoder, Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            FileHead.Write(json, Kind);
            json.WritePropertyName(Kind);
            JsonSerializer.Serialize(json, Sort(suite), FileJson.Suites<Suite>());
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length) + "\n";
    }

    /// <summary>Reads a suite.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FilesException">There is no such file, it may not be read, it is damaged, or a newer EvalGate wrote it.</exception>
    public static Suite Read(string path)
    {
        try
        {
            using var document = JsonStyle.Parse(Encoding.UTF8.GetBytes(TextFile.Read(path)));
            if (FileHead.Refuse(document.RootElement, Kind, path) is { } refusal)
            {
                throw new FilesException(path, refusal.Message, BuildAgain);
            }

            return document.RootElement.GetProperty(Kind).Deserialize(FileJson.Suites<Suite>()) ?? throw new FilesException(path, "The suite is null.", BuildAgain);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or NotSupportedException)
        {
            throw new FilesException(path, $"The resolved suite is damaged: {(e is JsonException json ? JsonFaults.ReasonOf(json) : e.Message)}", BuildAgain, e);
        }
    }

    private static Suite Sort(Suite suite) => suite with { Metrics = [.. suite.Metrics.Select(Sort)] };

    private static Metric Sort(Metric metric) => metric with { Scorer = metric.Scorer with { Settings = Sorted.ByKey(metric.Scorer.Settings) } };
}
