namespace EvalGate.Shadow;

/// <summary>The two systems of a shadow, and how their requests and answers are read.</summary>
/// <typeparam name="TIn">What they take. It must not change after the call, because the candidate and the log read it later.</typeparam>
/// <typeparam name="TOut">What they return. It must not change after the call either.</typeparam>
public sealed record ShadowSides<TIn, TOut>
{
    /// <summary>What answers the caller.</summary>
    public required Func<TIn, CancellationToken, Task<TOut>> Incumbent { get; init; }

    /// <summary>What is tried beside it. It outlives the request, so it must not use anything that ends with it.</summary>
    public required Func<TIn, CancellationToken, Task<TOut>> Candidate { get; init; }

    /// <summary>What is known of a request; null for one that no shadow may see. Runs on the caller's time, so it must be quick.</summary>
    public required Func<TIn, ShadowRequest?> Describe { get; init; }

    /// <summary>What an answer used. Runs in the background; null when nobody knows.</summary>
    public Func<TOut, ShadowUsage?>? Usage { get; init; }

    /// <summary>What is logged of an input, best in the shape that the suite's subject takes; null for all of it. Runs in the background.</summary>
    public Func<TIn, object?>? Input { get; init; }

    /// <summary>What is logged of an answer; null for all of it. Runs in the background.</summary>
    public Func<TOut, object?>? Output { get; init; }
}
