namespace EvalGate.Chat;

/// <summary>How <see cref="ModelCallHandler"/> deals with a service that is busy.</summary>
public sealed record ModelCallOptions
{
    /// <summary>How often a call is tried again. Default 5.</summary>
    public int Retries { get; init; } = 5;

    /// <summary>The first wait, when the service names none; it doubles, with jitter. Default 1 s.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait; a service that asks for a longer one is not asked again. Default 1 min.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Calls in flight at most. Halves at every rate limit, and grows back one by one. Default 64.</summary>
    public int Concurrency { get; init; } = 64;
}
