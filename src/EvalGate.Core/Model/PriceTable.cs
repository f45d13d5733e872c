namespace EvalGate.Model;

/// <summary>What models cost, on a date and in the user's own words: EvalGate knows no prices.</summary>
/// <param name="AsOf">The day the prices were looked up.</param>
/// <param name="Models">Price by the id that the service answers with, or that was asked for.</param>
/// <param name="Place">Where the table is written.</param>
public sealed record PriceTable(DateOnly AsOf, IReadOnlyDictionary<string, ModelPrice> Models, SourcePlace Place)
{
    private const decimal Million = 1_000_000;

    /// <summary>The cost of one call in US dollars; null when the model has no price here, or the service did not count.</summary>
    /// <param name="models">Ids of the model, the preferred one first.</param>
    /// <param name="usage">What the call used. Where nothing was received, as with embeddings, the output may be uncounted.</param>
    public decimal? CostOf(IEnumerable<string?> models, Usage usage) =>
        usage.InputTokens is { } input && models.Select(m => m is null ? null : Models.GetValueOrDefault(m)).FirstOrDefault(p => p is not null) is { } price
            ? ((input * price.Input) + ((usage.OutputTokens ?? 0) * price.Output)) / Million
            : null;
}

/// <summary>What a model costs.</summary>
/// <param name="Input">US dollars per million tokens sent.</param>
/// <param name="Output">US dollars per million tokens received.</param>
public sealed record ModelPrice(decimal Input, decimal Output);
