using System.Globalization;
using EvalGate.Statistics;

namespace EvalGate.Mutation;

/// <summary>How many mutants of a target the tests noticed.</summary>
/// <param name="Target">The target.</param>
/// <param name="Mutants">How many there are in all.</param>
/// <param name="Endings">How the tests of the drawn ones ended.</param>
public sealed record Score(Target Target, int Mutants, IReadOnlyList<(Mutant Mutant, Ending Ending)> Endings)
{
    private const double Promised = 0.90;
    private const double Confidence = 0.95;

    /// <summary>The mutants that no test noticed.</summary>
    public IEnumerable<Mutant> Survivors => Endings.Where(e => e.Ending == Ending.Success).Select(e => e.Mutant);

    private int Noticed => Endings.Count - Survivors.Count();

    /// <summary>Whether the promise is kept in the sample.</summary>
    public bool IsKept => Noticed >= Promised * Endings.Count;

    /// <summary>The score as a row of the report.</summary>
    public string Row
    {
        get
        {
            var interval = Wilson.Interval(Noticed, Endings.Count, Confidence);
            return string.Create(CultureInfo.InvariantCulture, $"| {Target.Name} | {Mutants} | {Endings.Count} | {Noticed} | {Endings.Count(e => e.Ending == Ending.Timeout)} | {100.0 * Noticed / Endings.Count:0.0} % | {100 * interval.Lower:0.0} to {100 * interval.Upper:0.0} % |");
        }
    }
}
