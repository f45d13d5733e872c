namespace EvalGate.ModelServer;

/// <summary>A call that the server got.</summary>
/// <param name="Number">From 1, over the server's life.</param>
/// <param name="Model">The model that was asked.</param>
/// <param name="Prompt">The last message, or the first text to embed.</param>
/// <param name="Attempt">How often this prompt was asked, this time included.</param>
public sealed record ModelCall(int Number, string Model, string Prompt, int Attempt);
