namespace EvalGate.Model;

/// <summary>What one run may use. When any of it is used up no further case starts; those in flight finish, and the run is not judged.</summary>
/// <param name="Place">Where it is written.</param>
public sealed record RunBudget(SourcePlace Place)
{
    /// <summary>US dollars, by <see cref="Suite.Prices"/> or as the subject reports them; null for no bound.</summary>
    public decimal? Usd { get; init; }

    /// <summary>Tokens in both directions; null for no bound.</summary>
    public long? Tokens { get; init; }

    /// <summary>Time since the run began; null for no bound.</summary>
    public TimeSpan? Time { get; init; }
}
