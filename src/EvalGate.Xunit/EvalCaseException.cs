namespace EvalGate.Xunit;

/// <summary>A case ended in an error or missed a <c>must</c>.</summary>
/// <param name="message">What happened, and where the case is written.</param>
public sealed class EvalCaseException(string message) : Exception(message)
{
    /// <summary>Empty: the frames are EvalGate's and the runner's, never the user's.</summary>
    public override string StackTrace => "";
}
