namespace EvalGate.Shadow;

/// <summary>A pair with both answers.</summary>
/// <param name="Arm">What ran in the shadow: "candidate" or "incumbent".</param>
/// <param name="Rate">The share of requests that were sampled where this one came from.</param>
/// <param name="Pair">The request.</param>
/// <param name="Incumbent">What the caller got.</param>
/// <param name="Shadow">What the shadow said.</param>
internal sealed record FinishedPair<TIn, TOut>(string Arm, double Rate, PendingPair<TIn, TOut> Pair, IncumbentAnswer<TOut> Incumbent, ShadowAnswer<TOut> Shadow);
