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
            return ByTaroneHolm(order, slices, level);
        }

        var units = PermutationUnits.Of(sample, table, order);
        var family = WestfallYoung.StepDown(units, order.Length, slices.Values.All(s => s.IsPassFail) ? FamilyStatistic.MinP : FamilyStatistic.MaxT);
        var tests = order.Zip(family.Slices).ToDictionary(p => p.First, p => p.Second);
        return new(tests, family.IsExact ? "Westfall–Young, exact" : $"Westfall–Young, {family.Replicates} hashed replicates");
    }

    private static MetricFamily ByTaroneHolm(Slice[] order, IReadOnlyDictionary<Slice, SliceSample> slices, double level)
    {
        var hypotheses = order.Select(s => Hypothesis(slices[s])).ToArray();
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
