namespace EvalGate.Statistics;

// What only the sizes of clusters decide.
internal sealed record ClusterSizes(long Cases, long Clusters, double DegreesOfFreedom)
{
    // Bell and McCaffrey's degrees of freedom, summed in ascending order of size, so that the order of clusters never matters.
    public static ClusterSizes Of(IEnumerable<(long Size, long Clusters)> sizes)
    {
        var counts = new SortedDictionary<long, long>();
        foreach (var (size, clusters) in sizes)
            counts[size] = counts.GetValueOrDefault(size) + clusters;
        var cases = counts.Sum(entry => entry.Key * entry.Value);
        double leverages = 0, ratios = 0, squaredRatios = 0;
        foreach (var (size, clusters) in counts)
        {
            var leverage = (double)size / cases;
            var ratio = leverage * leverage / (1 - leverage);
            leverages += clusters * leverage * leverage;
            ratios += clusters * ratio;
            squaredRatios += clusters * ratio * ratio;
        }

        // Exact for clusters of one size: five of them have four degrees of freedom, and not a hair less.
        var all = counts.Values.Sum();
        return new(cases, all, counts.Count == 1 ? all - 1 : 1 / (leverages + ratios * ratios - squaredRatios));
    }
}
