namespace EvalGate.Gating;

/// <summary>What stands against judging.</summary>
/// <param name="Reason">Why nothing can be said.</param>
/// <param name="Remedy">What mends it; null for accepting a run.</param>
internal sealed record Obstacle(string Reason, string? Remedy = null);
