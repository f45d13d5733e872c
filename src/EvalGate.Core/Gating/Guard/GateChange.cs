namespace EvalGate.Gating;

/// <summary>A change of what judges, made together with what is judged.</summary>
/// <param name="Subject">What changed: the name of a suite, or a file.</param>
/// <param name="Text">The change in words.</param>
/// <param name="Weakens">Whether it lets more pass, or may.</param>
public sealed record GateChange(string Subject, string Text, bool Weakens);
