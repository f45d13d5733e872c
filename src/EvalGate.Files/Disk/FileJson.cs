using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using EvalGate.Datasets;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Snapshots;

namespace EvalGate.Files;

/// <summary>The serialiser of EvalGate's own files: snake_case names, enums as words, computed members left out, unknown members skipped.</summary>
[JsonSerializable(typeof(RunHeader))]
[JsonSerializable(typeof(RunRecordLine))]
[JsonSerializable(typeof(RunEnd))]
[JsonSerializable(typeof(BaselineHeader))]
[JsonSerializable(typeof(BaselineCase))]
[JsonSerializable(typeof(Suite))]
[JsonSerializable(typeof(ApprovalHeader))]
[JsonSerializable(typeof(ApprovalLine))]
[JsonSerializable(typeof(PendingHeader))]
[JsonSerializable(typeof(PendingLine))]
[JsonSerializable(typeof(PendingEnd))]
internal sealed partial class FileJson : JsonSerializerContext
{
    private static readonly JsonSerializerOptions OptionsOfLines = With(member => member.AssociatedParameter is { IsMemberInitializer: false });
    private static readonly JsonSerializerOptions OptionsOfSuites = With(_ => true);

    /// <summary>For runs and baselines, which outlive versions: members with a default may be missing.</summary>
    /// <remarks>A member with a default that is missing becomes null or zero: source-generated readers forget defaults.</remarks>
    public static JsonTypeInfo<T> Lines<T>() => (JsonTypeInfo<T>)OptionsOfLines.GetTypeInfo(typeof(T));

    /// <summary>For suites, which every build writes anew: only members that are null may be missing.</summary>
    public static JsonTypeInfo<T> Suites<T>() => (JsonTypeInfo<T>)OptionsOfSuites.GetTypeInfo(typeof(T));

    private static JsonSerializerOptions With(Predicate<JsonPropertyInfo> mayBeRequired) => new()
    {
        TypeInfoResolver = new FileJson().WithAddedModifier(type => Require(type, mayBeRequired)),
        Encoder = JsonStyle.Encoder,
        MaxDepth = JsonStyle.MaxDepth,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        RespectNullableAnnotations = true,
        Converters =
        {
            Words<ErrorKind>(),
            Words<ErrorCause>(),
            Words<MetricKind>(),
            Words<Direction>(),
            Words<InconclusivePolicy>(),
            Words<Decision>(),
            Words<LengthUnit>(),
            Words<DayOfWeek>(),
            Words<PathRoot>(),
            Words<SnapshotContent>(),
            Words<SnapshotPolicy>(),
            Words<SnapshotVerdict>(),
            Words<TextComparison>(),
            Words<LeakConsequence>(),
        },
    };

    private static JsonStringEnumConverter<T> Words<T>()
        where T : struct, Enum => new(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false);

    private static void Require(JsonTypeInfo type, Predicate<JsonPropertyInfo> mayBeRequired)
    {
        foreach (var member in type.Properties.Where(p => p.Set is not null || p.AssociatedParameter is not null))
        {
            member.IsRequired |= mayBeRequired(member) && !IsNullable(member);
        }
    }

    private static bool IsNullable(JsonPropertyInfo member) =>
        Nullable.GetUnderlyingType(member.PropertyType) is not null || (!member.PropertyType.IsValueType && member.IsSetNullable);
}
