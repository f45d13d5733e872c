using EvalGate.Model;

namespace EvalGate.Gating;

/// <summary>How the sums of a metric were measured.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Denominator">How many steps of a paired score make one step of the metric's scale: a common multiple of all repetition counts.</param>
/// <param name="HasRepetitions">True when some case has several results in an arm.</param>
/// <param name="Cases">Paired cases to which the metric applies on both sides.</param>
/// <param name="Differing">How many of them differ.</param>
internal sealed record MeasuredMetric(Metric Metric, long Denominator, bool HasRepetitions, long Cases, long Differing);
