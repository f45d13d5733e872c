namespace EvalGate.Calibration.Worlds;

/// <summary>How scores come about. With no loss both arms draw from the same distribution, so they are exchangeable whatever its shape.</summary>
public abstract record CaseOutcomes
{
    private protected CaseOutcomes() { }

    /// <summary>What the report calls it.</summary>
    public abstract string Name { get; }

    /// <summary>The mean without loss.</summary>
    public abstract double Level { get; }

    /// <summary>Whether scores are 0 or 1.</summary>
    public virtual bool IsPassFail => false;

    /// <summary>Fixed-point steps per unit.</summary>
    public long Scale => IsPassFail ? 1 : 1_000_000;

    /// <summary>One score, in [0, 1] but for rare exceptions.</summary>
    /// <param name="noise">A uniform number of this result.</param>
    /// <param name="nature">A uniform number of the case, the same in both arms.</param>
    /// <param name="loss">How much the mean of the case's arm has fallen.</param>
    /// <returns>The score.</returns>
    public abstract double Score(double noise, double nature, double loss);

    /// <summary>The score in fixed point.</summary>
    /// <param name="noise">A uniform number of this result.</param>
    /// <param name="nature">A uniform number of the case, the same in both arms.</param>
    /// <param name="loss">How much the mean of the case's arm has fallen.</param>
    /// <returns>The steps.</returns>
    public long Steps(double noise, double nature, double loss) => (long)Math.Round(Score(noise, nature, loss) * Scale);
}
