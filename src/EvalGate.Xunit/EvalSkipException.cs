namespace EvalGate.Xunit;

/// <summary>A case that did not start: xUnit shows it as skipped.</summary>
/// <param name="reason">Why.</param>
public sealed class EvalSkipException(string reason) : Exception(Token + reason)
{
    // What xUnit looks for at the start of a message.
    private const string Token = "$XunitDynamicSkip$";
}
