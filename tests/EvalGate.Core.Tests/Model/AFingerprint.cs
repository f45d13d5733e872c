using System.Security.Cryptography;
using System.Text;
using EvalGate.Model;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Model;

public static class AFingerprint
{
    [Fact]
    public static void IsTheStartOfTheSha256OfTheCanonicalText()
    {
        var expected = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("{\"a\":1,\"b\":\"ä\"}\n{\"intent\":\"x\"}")))[..ContentHash.Length];

        Assert.Equal(expected, ContentHash.OfCase(ACase.Json("""{ "b": "\u00e4", "a": 1 }"""), ACase.Json("""{"intent":"x"}""")));
    }

    [Fact]
    public static void TellsInputExpectedNullAndNothingApart()
    {
        var (value, nothing) = (ACase.Json("null"), default(System.Text.Json.JsonElement));

        Assert.Equal(4, new[] { (value, value), (value, nothing), (nothing, value), (nothing, nothing) }.Select(p => ContentHash.OfCase(p.Item1, p.Item2)).Distinct().Count());
    }

    [Fact]
    public static void OfADatasetCountsActiveCasesInAnyOrder()
    {
        var (a, b) = (ACase.Of("a"), ACase.Of("b"));
        var retired = ACase.Of("c") with { Status = CaseStatus.Retired };

        Assert.Equal(ContentHash.Of($"a\t{a.Hash}\nb\t{b.Hash}\n"), ContentHash.OfDataset([a, b]));
        Assert.Equal(ContentHash.OfDataset([a, b]), ContentHash.OfDataset([retired, b, a]));
        Assert.NotEqual(ContentHash.OfDataset([a, b]), ContentHash.OfDataset([a]));
        Assert.NotEqual(ContentHash.OfDataset([a]), ContentHash.OfDataset([a with { Hash = "other" }]));
        Assert.Equal(ContentHash.Of(""), ContentHash.OfDataset([]));
    }

    [Fact]
    public static void OfAMetricChangesWithWhateverChangesItsNumbers()
    {
        var metric = AMetric.Score("grounded") with { Scorer = new("token-f1", false, new Dictionary<string, string> { ["of"] = "output.a", ["expected"] = "expected.a" }) };
        Metric[] others =
        [
            metric with { Scorer = metric.Scorer with { Name = "rouge-l" } },
            metric with { Scorer = metric.Scorer with { Settings = new Dictionary<string, string> { ["of"] = "output.b", ["expected"] = "expected.a" } } },
            metric with { Scorer = metric.Scorer with { Revision = 2 } },
            metric with { Kind = MetricKind.Ordinal },
            metric with { Better = Direction.Lower },
            metric with { Range = null },
            metric with { Pass = new(true, 0.5m) },
            metric with { Scale = 10 },
        ];

        Assert.Equal(1 + others.Length, others.Append(metric).Select(m => m.Fingerprint).Distinct().Count());
    }

    [Fact]
    public static void OfAMetricDoesNotChangeWithItsNameItsPlaceOrTheOrderOfItsSettings()
    {
        var metric = AMetric.Score("grounded") with { Scorer = new("token-f1", false, new Dictionary<string, string> { ["of"] = "o", ["expected"] = "e" }) };
        var other = metric with { Name = "other", Place = default, Must = 1, Scorer = new("token-f1", false, new Dictionary<string, string> { ["expected"] = "e", ["of"] = "o" }) };

        Assert.Equal(metric.Fingerprint, other.Fingerprint);
    }
}
