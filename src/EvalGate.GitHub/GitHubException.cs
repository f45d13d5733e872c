namespace EvalGate.GitHub;

/// <summary>GitHub refused, or could not be reached; hosts catch it and show <see cref="Exception.Message"/>, which holds no token.</summary>
/// <param name="message">What happened and what to do.</param>
/// <param name="inner">What the client said; null when it said nothing.</param>
public sealed class GitHubException(string message, Exception? inner = null) : Exception(message, inner);
