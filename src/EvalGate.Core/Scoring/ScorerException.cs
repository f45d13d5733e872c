namespace EvalGate.Scoring;

/// <summary>A scorer could not score an output: an error of this metric, never a score.</summary>
/// <param name="message">What was found and what is needed, in one line.</param>
public sealed class ScorerException(string message) : Exception(message);
