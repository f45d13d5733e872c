namespace EvalGate.Shadow;

/// <summary>How a shadow call ended.</summary>
/// <param name="Output">The answer, where there is one.</param>
/// <param name="Error">Why there is none; null where there is one.</param>
/// <param name="Took">How long it took.</param>
internal sealed record ShadowAnswer<TOut>(TOut? Output, ShadowError? Error, TimeSpan Took);

/// <summary>Why a shadow call has no answer.</summary>
/// <param name="Kind">One of the constants.</param>
/// <param name="Type">The exception's type, for one that threw. Its message is not kept: it may hold addresses and secrets.</param>
internal sealed record ShadowError(string Kind, string? Type = null)
{
    public const string Timeout = "timeout";
    public const string Threw = "threw";
    public const string TooLarge = "too_large";
    public const string Unwritable = "unwritable";
}

/// <summary>A candidate that says more than is logged.</summary>
internal sealed class TooLargeException() : Exception("Longer than the shadow logs.");
