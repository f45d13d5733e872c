using System.Text.Json;

namespace EvalGate;

/// <summary>What a scorer sees: the case, the output, and what the subject reported.</summary>
public sealed record ScorerInput
{
    /// <summary>The case's id.</summary>
    public required string CaseId { get; init; }

    /// <summary>The case's input.</summary>
    public required JsonElement Input { get; init; }

    /// <summary>The case's expected value; <see cref="JsonValueKind.Undefined"/> when it has none.</summary>
    public required JsonElement Expected { get; init; }

    /// <summary>The output as JSON; <see cref="JsonValueKind.Null"/> when the subject returned null.</summary>
    public required JsonElement Output { get; init; }

    /// <summary>The output as the subject returned it; null when scores are made from a recorded run.</summary>
    public object? OutputValue { get; init; }

    /// <summary>
    /// The approved output of the case, as far as the suite's snapshots store it, in the shape of an output; <see cref="JsonValueKind.Undefined"/>
    /// when nothing was approved for this input, and for scorers that do not compare with it.
    /// </summary>
    public JsonElement Approved { get; init; }

    /// <summary>How long the subject took.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>True when recordings answered the subject's model calls: <see cref="Duration"/> is then no measurement.</summary>
    public bool IsReplayed { get; init; }

    /// <summary>What the subject used, or null when it did not say.</summary>
    public Usage? Usage { get; init; }

    /// <summary>The output as a typed value.</summary>
    /// <typeparam name="T">The subject's output type, or one that reads the same JSON.</typeparam>
    /// <exception cref="JsonException">The output does not read as <typeparamref name="T"/>.</exception>
    public T? OutputAs<T>() => OutputValue is T typed ? typed : Output.Deserialize<T>(JsonSerializerOptions.Web);
}
