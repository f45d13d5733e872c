namespace EvalGate.Calibration.Trials;

/// <summary>What is known about the data before they are seen.</summary>
/// <param name="IsPassFail">Scores are 0 or 1.</param>
/// <param name="HasGroups">Cases come in groups.</param>
/// <param name="HasRepetitions">Some arm ran cases more than once.</param>
/// <param name="Margin">Tolerated drop of the mean.</param>
/// <param name="Level">The baseline's long-run mean, from which owners set fixed floors; NaN when it is not fixed.</param>
public sealed record TrialShape(bool IsPassFail, bool HasGroups, bool HasRepetitions, double Margin, double Level)
{
    /// <summary>Largest possible loss of one case; all metrics here live in [0, 1].</summary>
    public const double WorstLoss = 1;

    /// <summary>Whether four counts per slice say everything.</summary>
    public bool IsTable => IsPassFail && !HasGroups && !HasRepetitions;
}
