namespace EvalGate.Statistics;

/// <summary>A mean of human labels estimated from many judged cases and a few labelled ones: the judge's own bias is taken out.</summary>
public static class PredictionPoweredMean
{
    /// <summary>The corrected mean with its standard error.</summary>
    /// <remarks>
    /// Formula: mean judge score of the unlabelled cases + mean(human − judge) of the labelled ones; variance s²_judge/N + s²_{human − judge}/n;
    /// degrees of freedom by Welch and Satterthwaite. Assumes independent cases of which the labelled ones are a random part.
    /// Fewer than two cases of either sort give no usable standard error. A labelled set picked by difficulty biases it.
    /// Source: Angelopoulos et al. 2023, Science 382:669 (λ = 1).
    /// </remarks>
    /// <param name="unlabelledJudge">Moments of the judge's scores on the cases without a label.</param>
    /// <param name="humanMinusJudge">Moments of human − judge on the labelled cases.</param>
    /// <returns>The estimate.</returns>
    public static StudentEstimate Of(Moments unlabelledJudge, Moments humanMinusJudge)
    {
        ArgumentNullException.ThrowIfNull(unlabelledJudge);
        ArgumentNullException.ThrowIfNull(humanMinusJudge);
        var mirrored = unlabelledJudge with { Mean = -unlabelledJudge.Mean, Skewness = -unlabelledJudge.Skewness };
        return WelchT.Difference(mirrored, humanMinusJudge);
    }
}
