using EvalGate.Slicing;
using EvalGate.Statistics;

namespace EvalGate.Gating;

/// <summary>All slices of one metric that rules look at, tested together: looking at more slices must not cry wolf more often.</summary>
internal sealed class MetricFamily
{
    /// <summary>Above so many differing cases replicates cost too much; Tarone–Holm takes over.</summary>
    private const int MostDifferingCases = 20_000;

    /// <summary>Up to so many differing cases a slice has replicates of its own then.</summary>
    private const int SmallSlice = 2_000;

    private const int Replicates = 9_999;

    private const string TooMany = "too many differing cases for replicates";

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
            var differing = table.CountBySlice(sample.Differing);
            return ByTaroneHolm(order, s => HypothesisOf(s, differing.GetValueOrDefault(s)), level, TooMany);
        }

        return ByPermutation(order, PermutationUnits.Of(sample, table, order), slices.Values.All(s => s.IsPassFail) ? FamilyStatistic.MinP : FamilyStatistic.MaxT);

        TaroneHypothesis HypothesisOf(Slice slice, int differing) => slices[slice].IsPassFail ? ByCounts(slices[slice])
            : differing <= SmallSlice ? BySignFlips(PermutationUnits.Of(sample, table, [slice]))
            : BySums(slices[slice]);
    }

    /// <summary>A family whose cases say something of their own in each slice, as against the slice's own limit.</summary>
    /// <param name="order">The slices.</param>
    /// <param name="units">What chance could have dealt otherwise; slices by their index in <paramref name="order"/>.</param>
    /// <param name="level">The level of the whole family.</param>
    /// <param name="hypothesis">The test of a slice alone, for families too large for replicates.</param>
    public static MetricFamily Of(Slice[] order, IReadOnlyList<PermutationUnit> units, double level, Func<Slice, TaroneHypothesis> hypothesis) =>
        units.Count > MostDifferingCases ? ByTaroneHolm(order, hypothesis, level, TooMany) : ByPermutation(order, units, FamilyStatistic.MaxT);

    /// <summary>A family of which only sums are known.</summary>
    /// <param name="slices">The slices.</param>
    /// <param name="level">The level of the whole family.</param>
    public static MetricFamily OfSums(IReadOnlyDictionary<Slice, SliceSample> slices, double level) =>
        ByTaroneHolm([.. slices.Keys.Order()], s => slices[s].IsPassFail ? ByCounts(slices[s]) : BySums(slices[s]), level, "sums alone have no replicates");

    private static MetricFamily ByPermutation(Slice[] order, IReadOnlyList<PermutationUnit> units, FamilyStatistic statistic)
    {
        var family = WestfallYoung.StepDown(units, order.Length, statistic);
        var tests = order.Zip(family.Slices).ToDictionary(p => p.First, p => p.Second);
        return new(tests, family.IsExact ? "Westfall–Young, exact" : $"Westfall–Young, {family.Replicates} hashed replicates");
    }

    private static MetricFamily ByTaroneHolm(Slice[] order, Func<Slice, TaroneHypothesis> hypothesis, double level, string why)
    {
        var hypotheses = order.Select(hypothesis).ToArray();
        var adjusted = TaroneHolm.Adjust(hypotheses, level);
        var tests = order.Select((slice, i) => (slice, test: new SliceTest(hypotheses[i].PValue, adjusted[i] ?? 1)))
            .ToDictionary(p => p.slice, p => p.test);
        return new(tests, $"Tarone–Holm ({why})");
    }

    private static TaroneHypothesis ByCounts(SliceSample slice) => new(McNemar.PValueWorse(slice.Gains, slice.Losses), Math.Pow(2, -slice.Gains - slice.Losses));

    private static TaroneHypothesis BySignFlips(IReadOnlyList<PermutationUnit> units) => new(
        WestfallYoung.StepDown(units, 1, FamilyStatistic.MaxT, Replicates).Slices[0].PValue,
        Math.Max(units.All(FlipsSign) ? Math.Pow(2, -units.Count) : 0, 1.0 / (Replicates + 1)));

    /// <summary>Whether chance can deal a unit in two ways only.</summary>
    private static bool FlipsSign(PermutationUnit unit) => unit.Cases.All(c => c.Baseline.Count == c.Candidate.Count);

    /// <summary>Student's t: differences are symmetric under the null, and Hall's correction would read skewness into noise (CALIBRATION.md). No rarer than all signs alike.</summary>
    private static TaroneHypothesis BySums(SliceSample slice)
    {
        var p = slice.HasGroups ? slice.GroupedDifferences.PValueBelow(0) : PairedT.Of(slice.Differences).PValueBelow(0);
        var least = Math.Pow(2, -Math.Min(slice.Gains + slice.Losses, slice.Independent));
        return new(Math.Max(p, least), least);
    }
}
