using System.Text.Json;
using System.Text.Json.Serialization;
using EvalGate.Judges;
using EvalGate.Model;

namespace EvalGate.Files;

/// <summary>A <see cref="RunRecord"/> under the short names of the file.</summary>
internal sealed record RunRecordLine
{
    [JsonPropertyName("case")]
    public required string CaseId { get; init; }

    [JsonPropertyName("rep")]
    public required int Repetition { get; init; }

    public required string Hash { get; init; }

    public required IReadOnlyDictionary<string, double?> Scores { get; init; }

    public IReadOnlyList<EvalError>? Errors { get; init; }

    // Undefined (the subject did not return) is left out; JSON null (it returned null) is not.
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonConverter(typeof(OutputConverter))]
    public JsonElement Output { get; init; }

    [JsonPropertyName("ms")]
    public double DurationMs { get; init; }

    public Usage? Usage { get; init; }

    public ReferenceLine? Reference { get; init; }

    public bool? Replayed { get; init; }

    public Usage? JudgeUsage { get; init; }

    public IReadOnlyList<LabelledGrade>? Labelled { get; init; }

    public IReadOnlyDictionary<string, string>? Components { get; init; }

    public static RunRecordLine Of(RunRecord record) => new()
    {
        CaseId = record.CaseId,
        Repetition = record.Repetition,
        Hash = record.Hash,
        Scores = Sorted.ByKey(record.Scores),
        Errors = record.Errors.Count == 0 ? null : record.Errors,
        Output = record.Output,
        DurationMs = record.DurationMs,
        Usage = record.Usage,
        Reference = record.Reference is { } call ? new(call.DurationMs, call.SawVariant, call.Error) : null,
        Components = record.Components is { Count: > 0 } named ? Sorted.ByKey(named) : null,
        JudgeUsage = record.JudgeUsage,
        Labelled = record.Labelled,
        Replayed = record.IsReplayed ? true : null,
    };

    public RunRecord ToRecord() => new()
    {
        CaseId = CaseId,
        Repetition = Repetition,
        Hash = Hash,
        Scores = Scores,
        Errors = Errors ?? [],
        Output = Output,
        DurationMs = DurationMs,
        Usage = Usage,
        Reference = Reference is { } call ? new(call.Ms, call.SawVariant, call.Error) : null,
        Components = Components,
        JudgeUsage = JudgeUsage,
        Labelled = Labelled,
        IsReplayed = Replayed == true,
    };
}

/// <summary>A <see cref="ReferenceCall"/> under the short names of the file.</summary>
internal sealed record ReferenceLine(double Ms, bool SawVariant, EvalError? Error);
