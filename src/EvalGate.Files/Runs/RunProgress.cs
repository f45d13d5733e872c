namespace EvalGate.Files;

/// <summary>How far runs are.</summary>
/// <param name="Expected">Records that they set out for.</param>
/// <param name="Done">Records so far.</param>
/// <param name="Errors">Those with errors.</param>
/// <param name="Tokens">What subject and judges used; null while no record says.</param>
/// <param name="CostUsd">What it cost, in US dollars; null while no record says.</param>
public sealed record RunProgress(long Expected, long Done, long Errors, long? Tokens, decimal? CostUsd)
{
    /// <summary>No run yet.</summary>
    public static RunProgress None { get; } = new(0, 0, 0, null, null);

    /// <summary>Both together.</summary>
    /// <param name="other">The other runs.</param>
    public RunProgress Plus(RunProgress other) => new(
        Expected + other.Expected,
        Done + other.Done,
        Errors + other.Errors,
        Tokens is null && other.Tokens is null ? null : (Tokens ?? 0) + (other.Tokens ?? 0),
        CostUsd is null && other.CostUsd is null ? null : (CostUsd ?? 0) + (other.CostUsd ?? 0));

    /// <summary>The time that is left, when the rest takes as long as what is done.</summary>
    /// <param name="elapsed">How long the runs have taken.</param>
    /// <returns>Null while nothing is done.</returns>
    public TimeSpan? Left(TimeSpan elapsed) => Done == 0 ? null : elapsed * ((double)Math.Max(0, Expected - Done) / Done);
}
