namespace EvalGate.Datasets;

/// <summary>Where cases of a suite must not stand, and what follows when they do: its <c>leakage:</c>.</summary>
public sealed record LeakagePolicy
{
    /// <summary>Globs relative to the project folder, scanned beside the components.</summary>
    public IReadOnlyList<string> Against { get; init; } = [];

    /// <summary>A text that stands in every eval file and nowhere else; null for none.</summary>
    public string? Canary { get; init; }

    /// <summary>Whether expected values are looked for too.</summary>
    public bool WithExpected { get; init; }

    /// <summary>What a verdict does about cases that leaked as a whole.</summary>
    public LeakConsequence Consequence { get; init; }

    /// <summary>Where lines are drawn.</summary>
    public LeakageSettings Settings { get; init; } = new();
}

/// <summary>What a verdict does about cases that leaked as a whole.</summary>
public enum LeakConsequence
{
    /// <summary>It names them.</summary>
    Warn,

    /// <summary>It names them and is made without them.</summary>
    Exclude,

    /// <summary>Nothing is judged until they are gone.</summary>
    Block,
}
