using System.Text.Json;
using System.Text.Json.Serialization;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Slicing;

namespace EvalGate.Files;

/// <summary>The serialiser of EvalGate's own files: snake_case names, enums as words, computed members left out, unknown members skipped.</summary>
[JsonSerializable(typeof(RunHeader))]
[JsonSerializable(typeof(RunRecordLine))]
[JsonSerializable(typeof(RunEnd))]
[JsonSerializable(typeof(BaselineHeader))]
[JsonSerializable(typeof(BaselineCase))]
[JsonSerializable(typeof(Suite))]
internal sealed partial class FileJson : JsonSerializerContext
{
    public static FileJson Shared { get; } = new(new JsonSerializerOptions
    {
        Encoder = JsonStyle.Encoder,
        MaxDepth = JsonStyle.MaxDepth,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters =
        {
            Words<ErrorKind>(),
            Words<MetricKind>(),
            Words<Direction>(),
            Words<InconclusivePolicy>(),
            Words<Decision>(),
            Words<LengthUnit>(),
            Words<DayOfWeek>(),
            Words<PathRoot>(),
        },
    });

    private static JsonStringEnumConverter<T> Words<T>()
        where T : struct, Enum => new(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false);
}
