namespace EvalGate.Statistics;

/// <summary>What a step-down compares across slices.</summary>
public enum FamilyStatistic
{
    /// <summary>The exact McNemar p-value of each slice: pass/fail, one repetition, one case a unit.</summary>
    MinP,

    /// <summary>The standardised drop of each slice: any metric, groups, repetitions.</summary>
    MaxT,
}
