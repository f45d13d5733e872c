using EvalGate.Model;
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

    public static MetricFamily Of(MetricSample sample, IReadOnlyDictionary<Slice, SliceSample> slices, double level)
    {
        var order = slices.Keys.Order().ToArray();
        var passFail = slices.Values.All(s => s.IsPassFail);
        if (sample.Pairs.Count(p => p.CanDiffer) > MostDifferingCases)
        {
            return ByTaroneHolm(order, slices, level);
        }

        var index = order.Select((slice, i) => (slice, i)).ToDictionary(p => p.slice, p => p.i);
        var units = sample.Pairs.Where(p => p.Slices.Any(index.ContainsKey))
            .GroupBy(p => p.Unit, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new PermutationUnit(KeyOf(g.First().Case), [.. g.Select(p => Permutation(p, index))]));
        var family = WestfallYoung.StepDown([.. units], order.Length, passFail ? FamilyStatistic.MinP : FamilyStatistic.MaxT);
        var tests = order.Select((slice, i) => (slice, test: family.Slices[i])).ToDictionary(p => p.slice, p => p.test);
        return new(tests, family.IsExact ? "Westfall–Young, exact" : $"Westfall–Young, {family.Replicates} hashed replicates");
    }

    /// <summary>Signs are hashed from the case's id, or from the group's name behind a character that no id has.</summary>
    private static ulong KeyOf(Case @case) => HashedReplicates.Fnv1A64(@case.Group is { } group ? "\u001f" + group : @case.Id);

    private static PermutationCase Permutation(MetricPair pair, Dictionary<Slice, int> index) =>
        new(pair.Baseline, pair.Candidate, [.. pair.Slices.Where(index.ContainsKey).Select(s => index[s])]);

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
            var flips = slice.Gains + slice.LosingCases.Count;
            return new(McNemar.PValueWorse(slice.Gains, slice.LosingCases.Count), Math.Pow(2, -flips));
        }

        var p = slice.HasGroups
            ? ClusterRobustMean.Of(slice.Units).PValueBelow(0)
            : HallT.PValueBelow(Moments.Of(slice.Differences), 0);
        return new(p, 0);
    }
}
