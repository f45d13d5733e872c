namespace EvalGate.Statistics;

/// <summary>What the distance between two ratings means.</summary>
public enum AgreementLevel
{
    /// <summary>Categories: equal or not.</summary>
    Nominal,

    /// <summary>Ranks: how many ratings lie between.</summary>
    Ordinal,

    /// <summary>Numbers whose differences count.</summary>
    Interval,

    /// <summary>Numbers above 0 whose proportions count.</summary>
    Ratio,
}
