namespace EvalGate.Statistics;

/// <summary>The test of "not worse" on one slice of a family.</summary>
/// <param name="PValue">One-sided p-value of this slice alone; 1 where nothing differs.</param>
/// <param name="AdjustedPValue">p-value adjusted for looking at all slices; never below <paramref name="PValue"/>.</param>
public sealed record SliceTest(double PValue, double AdjustedPValue);
