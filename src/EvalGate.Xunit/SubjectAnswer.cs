using System.Text.Json;
using EvalGate.Model;

namespace EvalGate.Xunit;

/// <summary>What a subject returned, or why it did not.</summary>
/// <param name="Duration">How long its call took: nothing around it counts.</param>
internal sealed record SubjectAnswer(TimeSpan Duration)
{
    public object? Value { get; init; }

    /// <summary>The value as JSON; undefined when there is none.</summary>
    public JsonElement Json { get; init; }

    public EvalError? Error { get; init; }
}
