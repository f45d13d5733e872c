namespace EvalGate.Calibration.Worlds;

/// <summary>Scores that hardly vary, but for rare results worth nothing.</summary>
/// <param name="UsualShare">Share of results worth nothing in an unchanged arm.</param>
/// <param name="DriftShare">Share of a loss that comes as a small drop of every case instead of more total losses.</param>
public sealed record RareTotalLosses(double UsualShare, double DriftShare) : CaseOutcomes
{
    private const double Usual = 0.95;

    private const double Width = 0.04;

    /// <inheritdoc />
    public override string Name =>
        FormattableString.Invariant($"{UsualShare:0 %} total losses{(DriftShare == 0 ? "" : FormattableString.Invariant($", a loss is {DriftShare:0 %} drift"))}");

    /// <inheritdoc />
    public override double Level => (1 - UsualShare) * Usual;

    /// <inheritdoc />
    public override double Score(double noise, double nature, double loss)
    {
        var lost = UsualShare + (1 - DriftShare) * loss / Usual;
        // What remains must make up the mean.
        return noise < lost ? 0 : (Level - loss) / (1 - lost) + Width * ((noise - lost) / (1 - lost) - 0.5);
    }
}
