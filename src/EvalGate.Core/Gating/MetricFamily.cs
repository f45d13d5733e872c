using EvalGate.Slicing;
using EvalGate.Statistics;

namespace EvalGate.Gating;

/// <summary>All slices of one metric that rules look at, tested together: looking at more slices must not cry wolf more often.</summary>
internal sealed class MetricFamily
{
    /// <summary>Above so many differing cases replicates cost too much; Tarone–Holm takes over.</summary>
    private const int MostDifferingCases = 20_000;

    private readonly Dictionary<Slice, SliceTest> _tests;

    private MetricFamily(Dictionary<Slice, SliceTest> tests, string method) => (_tests, Method) = (tests, method);

    /// <summary>How the adjusted p-values came about, in the words of reports.</summary>
    public string Method { get; }

    public SliceTest this[Slice slice] => _tests[slice];

    public static MetricFamily Of(MetricSample sample, PairedTable table, IReadOnlyDictionary<Slice, SliceSample> slices, double level)
    {
        var order = slices.Keys.Order().ToArray();
        if (sample.Differing.Count > MostDifferingCases)
        {
            return ByTaroneHolm(order, s => Hypothesis(slices[s]), level);
        }

        return ByPermutation(order, PermutationUnits.Of(sample, table, order), slices.Values.All(s => s.IsPassFail) ? FamilyStatistic.MinP : FamilyStatistic.MaxT);
    }

    /// <summary>A family whose cases say something of their own in each slice, as against the slice's own limit.</summary>
    /// <param name="order">The slices.</param>
    /// <param name="units">What chance could have dealt otherwise; slices by their index in <paramref name="order"/>.</param>
    /// <param name="level">The level of the whole family.</param>
    /// <param name="hypothesis">The test of a slice alone, for families too large for replicates.</param>
    public static MetricFamily Of(Slice[] order, IReadOnlyList<PermutationUnit> units, double level, Func<Slice, TaroneHypothesis> hypothesis) =>
        units.Count > MostDifferingCases ? ByTaroneHolm(order, hypothesis, level) : ByPermutation(order, units, FamilyStatistic.MaxT);

    private static MetricFamily ByPermutation(Slice[] order, IReadOnlyList<PermutationUnit> units, FamilyStatistic statistic)
    {
        var family = WestfallYoung.StepDown(units, order.Length, statistic);
        var tests = order.Zip(family.Slices).ToDictionary(p => p.First, p => p.Second);
        return new(tests, family.IsExact ? "Westfall–Young, exact" : $"Westfall–Young, {family.Replicates} hashed replicates");
    }

    private static MetricFamily ByTaroneHolm(Slice[] order, Func<Slice, TaroneHypothesis> hypothesis, double level)
    {
        var hypotheses = order.Select(hypothesis).ToArray();
        var adjusted = TaroneHolm.Adjust(hypotheses, level);
        var tests = order.Select((slice, i) => (slice, test: new SliceTest(hypotheses[i].PValue, adjusted[i] ?? 1)))
            .ToDictionary(p => p.slice, p => p.test);
        return new(tests, "Tarone–Holm (too many differing cases for replicates)");
    }

    private static TaroneHypothesis Hypothesis(SliceSample slice)
    {
        if (slice.IsPassFail)
        {
            return new(McNemar.PValueWorse(slice.Gains, slice.Losses), Math.Pow(2, -slice.Gains - slice.Losses));
        }

        return new(slice.HasGroups ? slice.GroupedDifferences.PValueBelow(0) : HallT.PValueBelow(slice.Differences, 0), 0);
    }
}
