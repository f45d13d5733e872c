namespace EvalGate.Datasets;

/// <summary>Where cases of a suite must not stand: its <c>leakage:</c>.</summary>
/// <param name="Against">Globs relative to the project folder, scanned beside the components.</param>
/// <param name="Canary">A text that stands in every eval file and nowhere else; null for none.</param>
/// <param name="WithExpected">Whether expected values are looked for too.</param>
public sealed record LeakagePolicy(IReadOnlyList<string> Against, string? Canary, bool WithExpected);
