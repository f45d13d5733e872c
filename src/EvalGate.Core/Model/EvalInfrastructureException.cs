using EvalGate.Model;

namespace EvalGate;

/// <summary>Throw this from a subject or a scorer when something around it failed (a rate limit, a network, a missing key): an error, never a wrong answer.</summary>
/// <param name="message">What failed.</param>
/// <param name="inner">The cause, or null.</param>
public sealed class EvalInfrastructureException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What lay behind it; null when only <see cref="Exception.InnerException"/> tells.</summary>
    public ErrorCause? Cause { get; init; }
}
