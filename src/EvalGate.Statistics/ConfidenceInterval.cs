namespace EvalGate.Statistics;

/// <summary>A two-sided interval for a mean difference, in the metric's own unit.</summary>
/// <param name="Lower">Lower end; never above <paramref name="Upper"/>.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="Confidence">Nominal coverage in (0, 1), 0.9 for the interval EvalGate shows.</param>
public readonly record struct ConfidenceInterval(double Lower, double Upper, double Confidence);
