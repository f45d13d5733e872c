namespace EvalGate.Shadow;

/// <summary>What an answer used. Unknown figures stay null; they are never logged as zero.</summary>
public sealed record ShadowUsage
{
    /// <summary>The model that answered.</summary>
    public string? Model { get; init; }

    /// <summary>Tokens sent.</summary>
    public long? InputTokens { get; init; }

    /// <summary>Tokens received.</summary>
    public long? OutputTokens { get; init; }

    /// <summary>Price in US dollars.</summary>
    public decimal? CostUsd { get; init; }
}
