using System.Globalization;
using System.Text.Json;

namespace EvalGate.Tool.Tests.Shadow;

public sealed class AShadowComparison : IDisposable
{
    private readonly Workplace _place = new();

    [Fact]
    public void IsReadyWhenNothingDiffersBeyondTheNoise()
    {
        Log("a.jsonl", candidate: 2000, noise: 2000, disagreesEvery: 20);

        _place.Run("shadow compare a.jsonl").Exits(0).Says("Ready to cut over.\n", "2000 pairs of the candidate, 2000 pairs of the incumbent with itself");
    }

    [Fact]
    public void SaysHowManyMorePairsItTakes()
    {
        Log("a.jsonl", candidate: 60, noise: 30, disagreesEvery: 20);

        Assert.Matches("^Cannot tell yet: needs about [0-9]+ more pairs.\n  agrees is not yet shown to be within what is allowed.\n", _place.Run("shadow compare a.jsonl").Exits(2).Out);
    }

    [Fact]
    public void NeedsANoiseFloor()
    {
        Log("a.jsonl", candidate: 600, noise: 0, disagreesEvery: 20);

        _place.Run("shadow compare a.jsonl").Exits(2).Says("Cannot tell yet.\n  There is no noise floor to hold agreement against");
    }

    [Fact]
    public void TakesWhatIsAllowedFromItsOptions()
    {
        Log("a.jsonl", candidate: 600, noise: 600, disagreesEvery: 4);

        _place.Run("shadow compare a.jsonl").Exits(1).Says("agrees regressed on overall.");
        _place.Run("shadow compare a.jsonl --max-drop agrees=30pp").Exits(0);
    }

    [Fact]
    public void CountsACandidateThatFailsAsOneThatDisagrees()
    {
        _place.Write("a.jsonl", Head + Lines("candidate", 600, i => i % 3 == 0 ? null : "same") + Lines("incumbent", 600, _ => "same"));

        _place.Run("shadow compare a.jsonl").Exits(1).Says("failed regressed on overall.", "agrees regressed on overall.");
    }

    [Fact]
    public void IsWeightedByTheTrafficWhereSegmentsWereSampledDifferently()
    {
        _place.Write("a.jsonl", Head + Lines("candidate", 300, _ => "same", rate: 0.5, language: "de") + Lines("candidate", 300, i => i % 8 == 0 ? null : "same", rate: 0.01, language: "en", from: 300));

        _place.Run("shadow compare a.jsonl --json").Exits(1).Says("\"language\"");
        using var json = JsonDocument.Parse(_place.Run("shadow compare a.jsonl --json").Out);
        var overall = json.RootElement.GetProperty("verdict").GetProperty("comparisons").EnumerateArray()
            .Where(c => c.GetProperty("metric").GetString() == "failed" && c.GetProperty("slice").EnumerateObject().Any() is false).Select(c => c.GetProperty("candidate").GetDouble()).Order().ToArray();
        Assert.Equal(2, overall.Length);
        Assert.Equal(37.0 / 600, overall[0], 1e-9);
        Assert.Equal(37.0 / 300 / 1.02, overall[1], 1e-3);
    }

    [Fact]
    public void CountsRepeatedRequestsOnce()
    {
        Log("a.jsonl", candidate: 60, noise: 60, disagreesEvery: 20);
        Log("b.jsonl", candidate: 60, noise: 60, disagreesEvery: 20);

        _place.Run("shadow compare a.jsonl b.jsonl").Says("60 pairs of the candidate, 60 pairs of the incumbent with itself; 120 repeated requests left out");
    }

    [Theory]
    [InlineData("shadow compare none.jsonl", "error")]
    [InlineData("shadow compare empty.jsonl", "there is no pair of a candidate in these logs.")]
    [InlineData("shadow compare a.jsonl --max-drop agree=2pp", "there is no metric 'agree'; compared are agrees, failed, refused, words, ms. Did you mean 'agrees'?")]
    [InlineData("shadow compare a.jsonl --max-drop failed=2pp", "use --max-rise")]
    [InlineData("shadow compare a.jsonl --suite nowhere", "nowhere")]
    [InlineData("shadow compare broken.jsonl", "broken.jsonl(2): error")]
    [InlineData("shadow compare odd.parquet", "odd.parquet: error")]
    [InlineData("shadow compare none.parquet", "error")]
    [InlineData("shadow compare mysql://db/logs?table=pairs", "There is no connection of the kind 'mysql': write postgresql://")]
    [InlineData("shadow compare postgresql://reader:s3cret@127.0.0.1:1/logs?table=pairs", "error: PostgreSQL 127.0.0.1:1/logs pairs: ")]
    public void NamesWhatIsWrong(string arguments, string message)
    {
        Log("a.jsonl", candidate: 10, noise: 10, disagreesEvery: 2);
        _place.Write("empty.jsonl", Head);
        _place.Write("odd.parquet", "no parquet");
        _place.Write("broken.jsonl", Head + "}\n");

        Assert.Contains(message, _place.Run(arguments).Exits(3).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void PromotesNothingWhoseInputWasNotLogged()
    {
        AProject.In(_place);
        _place.Write("a.jsonl", Head + Lines("candidate", 40, i => i % 2 == 0 ? "other" : "same").Replace("\"input\":", "\"input_sha256\":", StringComparison.Ordinal));

        _place.Run("shadow compare a.jsonl --promote 5").Says("added no case\n  20 disagreements passed over: their logs hold only a hash of the input\n");
    }

    public void Dispose() => _place.Dispose();

    private const string Head = "{\"evalgate\":\"shadow\",\"version\":1}\n";

    private void Log(string file, int candidate, int noise, int disagreesEvery) =>
        _place.Write(file, Head + Lines("candidate", candidate, i => i % disagreesEvery == 0 ? "other" : "same") + Lines("incumbent", noise, i => i % 20 == 0 ? "other" : "same"));

    private static string Lines(string arm, int count, Func<int, string?> says, double rate = 0.1, string? language = null, int from = 0) => string.Concat(Enumerable.Range(from, count).Select(i =>
    {
        var answer = says(i) is { } output ? $"\"output\":\"{output}\"" : "\"error\":{\"kind\":\"threw\",\"type\":\"X\"}";
        var slices = language is null ? "{}" : $"{{\"language\":\"{language}\"}}";
        return string.Create(CultureInfo.InvariantCulture, $"{{\"id\":\"{arm}-{i}\",\"arm\":\"{arm}\",\"key\":\"{arm}-{i}\",\"rate\":{rate},\"slices\":{slices},\"input\":\"question {i}\",\"incumbent\":{{\"ms\":10,\"output\":\"same\"}},\"shadow\":{{\"ms\":10,{answer}}}}}\n");
    }));
}
