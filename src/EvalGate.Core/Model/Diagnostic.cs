namespace EvalGate.Model;

/// <summary>How serious a diagnostic or a finding is.</summary>
public enum Severity
{
    /// <summary>Worth knowing; never blocks.</summary>
    Note,

    /// <summary>Should be looked at; blocks only where the user treats warnings as errors.</summary>
    Warning,

    /// <summary>Blocks.</summary>
    Error,
}

/// <summary>A user's mistake in a file: what was found, what is allowed, what to do.</summary>
/// <param name="Code">Stable code such as <c>EG1004</c>; see <see cref="DiagnosticCodes"/>.</param>
/// <param name="Severity">Errors stop the build.</param>
/// <param name="Message">One sentence or two, without the place and without the code.</param>
/// <param name="Place">Where it is.</param>
public sealed record Diagnostic(string Code, Severity Severity, string Message, SourcePlace Place)
{
    /// <summary><c>evals/support.eval.yaml(31,5): error EG1004: …</c></summary>
    public override string ToString() => $"{Place}: {Severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "message",
    }} {Code}: {Message}";
}
