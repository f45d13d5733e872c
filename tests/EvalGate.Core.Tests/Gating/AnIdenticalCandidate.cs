using EvalGate.Gating;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating;

public static class AnIdenticalCandidate
{
    [Fact]
    public static void IsClearAndSaysSo()
    {
        var verdict = new Trial().With("de", bothPass: 20, bothFail: 3).With("en", bothPass: 30).Verdict;

        Assert.False(verdict.Blocks);
        Assert.Equal(Verdict.Clear, verdict.Verdict);
        Assert.All(verdict.Comparisons, c => Assert.Equal($"identical on all {c.Cases} cases", c.Reason));
        Assert.All(verdict.Comparisons, c => Assert.Equal(1, c.PValue));
    }
}
