using EvalGate.Model;

namespace EvalGate.Files;

/// <summary>A run that cannot be read: damaged, of another kind, or written by a newer EvalGate.</summary>
/// <remarks>A run that was merely cut off is read without this: its <see cref="Run.End"/> is null.</remarks>
/// <param name="diagnostic">What is wrong and where.</param>
public sealed class RunFileException(Diagnostic diagnostic) : Exception(diagnostic.ToString())
{
    /// <summary>What is wrong and where; <see cref="DiagnosticCodes.BadFile"/> or <see cref="DiagnosticCodes.NewerVersion"/>.</summary>
    public Diagnostic Diagnostic { get; } = diagnostic;
}
