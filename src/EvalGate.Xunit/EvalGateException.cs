namespace EvalGate.Xunit;

/// <summary>Carries the verdict of a suite that blocks.</summary>
/// <param name="message">The whole report.</param>
public sealed class EvalGateException(string message) : Exception(message)
{
    /// <summary>Empty: a verdict has no place in code.</summary>
    public override string StackTrace => "";
}
