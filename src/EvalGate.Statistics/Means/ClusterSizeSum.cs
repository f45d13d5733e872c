namespace EvalGate.Statistics;

/// <summary>Exact sums over all clusters of one size, which add across shards as long as no cluster is spread over several.</summary>
/// <param name="Size">Cases in each of these clusters, positive.</param>
/// <param name="Clusters">How many clusters have this size.</param>
/// <param name="Sum">ΣS over them, S the sum of a cluster's differences in fixed-point steps.</param>
/// <param name="SumOfSquares">ΣS² over them.</param>
public readonly record struct ClusterSizeSum(long Size, long Clusters, Int128 Sum, Int128 SumOfSquares);
