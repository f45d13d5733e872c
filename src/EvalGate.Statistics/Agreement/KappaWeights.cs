namespace EvalGate.Statistics;

/// <summary>How much credit two different categories get in <see cref="CohensKappa"/>.</summary>
public enum KappaWeights
{
    /// <summary>None: Cohen's plain kappa, for categories without an order.</summary>
    None,

    /// <summary>1 − |i − j|/(k − 1).</summary>
    Linear,

    /// <summary>1 − (i − j)²/(k − 1)²; the usual choice for scales.</summary>
    Quadratic,
}
