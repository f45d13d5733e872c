using Xunit;

namespace EvalGate.Benchmarks.Samples;

/// <summary>As many rows as the sample suite has cases, each a test that asserts as good as nothing.</summary>
public sealed class EveryId
{
    public static TheoryData<string> Ids { get; } = [.. Enumerable.Range(0, 10_000).Select(i => FormattableString.Invariant($"case-{i:00000}"))];

    [Theory]
    [MemberData(nameof(Ids))]
    public void IsSomething(string id) => Assert.NotEmpty(id);
}
