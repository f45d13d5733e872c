namespace EvalGate.Datasets;

/// <summary>Where the search for leaked cases draws its lines. All of them are conventions; the sources are named.</summary>
public sealed record LeakageSettings
{
    /// <summary>Words of the runs by which texts are found. An edit leaves every run alone that does not touch it.</summary>
    public int SeedWords { get; init; } = 4;

    /// <summary>Shorter texts stand in other texts by chance and are not looked for.</summary>
    public int ShortestText { get; init; } = 6;

    /// <summary>A run of so many words of a case is a finding by itself: the 13-gram of Brown et al. 2020, appendix C.</summary>
    public int SpanWords { get; init; } = 13;

    /// <summary>Below this share of a case's words a run of <see cref="SpanWords"/> counts for nothing: Touvron et al. 2023 call it clean.</summary>
    public double Clean { get; init; } = 0.2;

    /// <summary>From this share of a case's words on, found close together, it is a copy: Touvron et al. 2023 call it dirty.</summary>
    public double Copied { get; init; } = 0.8;
}
