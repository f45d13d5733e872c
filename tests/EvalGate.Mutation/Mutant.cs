namespace EvalGate.Mutation;

/// <summary>One small mistake that can be switched on in a mutated assembly.</summary>
/// <param name="Id">Its number within the assembly.</param>
/// <param name="File">The source file, within the project.</param>
/// <param name="Change">What became what, on one line.</param>
public sealed record Mutant(int Id, string File, string Change);
