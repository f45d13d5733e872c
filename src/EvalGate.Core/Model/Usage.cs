namespace EvalGate;

/// <summary>What one call of a model used. Unknown figures stay null; they are never read as zero.</summary>
public sealed record Usage
{
    /// <summary>Tokens sent, or null when the subject does not know.</summary>
    public long? InputTokens { get; init; }

    /// <summary>Tokens received, or null when the subject does not know.</summary>
    public long? OutputTokens { get; init; }

    /// <summary>Price in US dollars, or null when the subject does not know.</summary>
    public decimal? CostUsd { get; init; }

    /// <summary>Calls whose price is not known; with any of them <see cref="CostUsd"/> is only a part, and no cost is scored. Null for none.</summary>
    public long? UnpricedCalls { get; init; }

    /// <summary>All tokens, or null when neither direction is known.</summary>
    public long? TotalTokens => InputTokens is null && OutputTokens is null ? null : (InputTokens ?? 0) + (OutputTokens ?? 0);

    /// <summary>Adds two usages; a figure stays unknown only when both are.</summary>
    /// <param name="other">The usage of a further call.</param>
    public Usage Plus(Usage other) => new()
    {
        InputTokens = Add(InputTokens, other.InputTokens),
        OutputTokens = Add(OutputTokens, other.OutputTokens),
        CostUsd = CostUsd is null && other.CostUsd is null ? null : (CostUsd ?? 0) + (other.CostUsd ?? 0),
        UnpricedCalls = Add(UnpricedCalls, other.UnpricedCalls),
    };

    private static long? Add(long? a, long? b) => a is null && b is null ? null : (a ?? 0) + (b ?? 0);
}
