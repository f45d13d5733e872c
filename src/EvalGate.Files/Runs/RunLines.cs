using System.Text.Json;
using EvalGate.Model;

namespace EvalGate.Files;

/// <summary>The three kinds of lines of a run, as bytes that end with <c>\n</c>.</summary>
internal static class RunLines
{
    public const string Kind = "run";

    public static byte[] Header(RunHeader header)
    {
        var sorted = header with { Started = header.Started.ToUniversalTime(), Metrics = Sorted.ByKey(header.Metrics), Stack = Sorted.ByKey(header.Stack) };
        return JsonLine.Write(json =>
        {
            FileHead.Write(json, Kind);
            FileHead.WriteMembers(json, JsonSerializer.SerializeToElement(sorted, FileJson.Lines<RunHeader>()));
        });
    }

    public static byte[] Record(RunRecord record) => JsonLine.Terminate(JsonSerializer.SerializeToUtf8Bytes(RunRecordLine.Of(record), FileJson.Lines<RunRecordLine>()));

    public static byte[] End(RunEnd end)
    {
        var sorted = end with { Finished = end.Finished.ToUniversalTime(), Stack = Sorted.ByKey(end.Stack) };
        return JsonLine.Write(json =>
        {
            json.WritePropertyName("end");
            JsonSerializer.Serialize(json, sorted, FileJson.Lines<RunEnd>());
        });
    }
}
