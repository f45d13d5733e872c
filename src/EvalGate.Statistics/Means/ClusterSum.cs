namespace EvalGate.Statistics;

/// <summary>One cluster (conversation, user, document) of cases whose results are not independent.</summary>
/// <param name="Cases">Number of cases in the cluster; clusters without cases are ignored.</param>
/// <param name="Sum">Sum of their differences.</param>
public readonly record struct ClusterSum(long Cases, double Sum);
