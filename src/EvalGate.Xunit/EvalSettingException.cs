namespace EvalGate.Xunit;

/// <summary>The environment, the project or a cases file is set in a way EvalGate cannot run with. The message says what is allowed.</summary>
/// <param name="message">What was found, what is allowed, what to do.</param>
public sealed class EvalSettingException(string message) : Exception(message)
{
    /// <summary>Empty: a setting has no place in code.</summary>
    public override string StackTrace => "";
}
