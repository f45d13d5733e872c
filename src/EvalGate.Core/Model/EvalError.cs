namespace EvalGate.Model;

/// <summary>Why a repetition has no scores.</summary>
public enum ErrorKind
{
    /// <summary>The subject threw. Within <c>max_errors</c> the candidate takes the metric's worst value.</summary>
    Subject,

    /// <summary>The subject took longer than <c>timeout</c>. Treated as <see cref="Subject"/>.</summary>
    Timeout,

    /// <summary>Rate limit, network or authentication: never a score, counts to <c>max_errors</c>.</summary>
    Infrastructure,

    /// <summary>The case's input could not be read as the subject's input type: never a score, counts to <c>max_errors</c>.</summary>
    Case,

    /// <summary>A scorer threw, or its path was missing in the output: never a score, counts to <c>max_errors</c>.</summary>
    Scorer,
}

/// <summary>An error of one repetition.</summary>
/// <param name="Kind">Whose error it is.</param>
/// <param name="Message">What happened, in one line.</param>
/// <param name="Metric">The metric whose scorer failed; null when the subject did.</param>
/// <param name="Cause">What lay behind it; null when that is not known.</param>
public sealed record EvalError(ErrorKind Kind, string Message, string? Metric = null, ErrorCause? Cause = null);
