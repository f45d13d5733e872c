namespace Polly;

/// <summary>Stands in for Polly's type of this name, which the host knows by its base alone.</summary>
public sealed class RateLimiterRejectedException : ExecutionRejectedException;

