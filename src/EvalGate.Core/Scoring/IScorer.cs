namespace EvalGate;

/// <summary>Turns a case and an output into one number for one metric.</summary>
/// <remarks>Called from several threads at once; must not keep state. An exception is an error of the scorer, never a score.</remarks>
public interface IScorer
{
    /// <summary>Scores one output.</summary>
    /// <param name="input">The case, the output, and what the subject reported.</param>
    /// <param name="cancellationToken">Cancelled when the run stops.</param>
    /// <returns>The score, or <see cref="Score.NotApplicable"/> when this metric says nothing about this case.</returns>
    ValueTask<Score> ScoreAsync(ScorerInput input, CancellationToken cancellationToken);
}
