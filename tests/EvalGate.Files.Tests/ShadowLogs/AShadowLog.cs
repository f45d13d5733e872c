using EvalGate.Model;
using EvalGate.ShadowLogs;

namespace EvalGate.Files.Tests.ShadowLogs;

public sealed class AShadowLog : IDisposable
{
    private const string Head = """{"evalgate":"shadow","version":1}""" + "\n";
    private const string Pair = """{"id":"r-1","arm":"candidate","at":"2026-11-26T03:15:00.250Z","key":"k","rate":0.05,"slices":{"language":"de"},"input":{"q":"x"},"incumbent":{"ms":12.5,"output":"a","model":"tiny","input_tokens":3,"cost_usd":0.001},"shadow":{"ms":30000,"error":{"kind":"timeout"}}}""" + "\n";

    private readonly TempFolder _folder = new();

    [Fact]
    public void IsReadPairByPair()
    {
        var pair = Assert.Single(Read(Head + Pair).Pairs);

        Assert.Equal(("r-1", ShadowArm.Candidate, "k", 0.05, "de"), (pair.Id, pair.Arm, pair.Key, pair.Rate, pair.Slices["language"][0]));
        Assert.Equal((TimeSpan.FromMilliseconds(12.5), "a", new Usage { InputTokens = 3, CostUsd = 0.001m }), (pair.Incumbent.Duration, pair.Incumbent.Output.GetString(), pair.Incumbent.Usage));
        Assert.Equal(("timeout", (Usage?)null), (pair.Shadow.Error, pair.Shadow.Usage));
        Assert.Equal(new SourcePlace("a.jsonl", 2, 0), pair.Place);
    }

    [Theory]
    [InlineData("")]
    [InlineData("""{"evalgate":"sha""")]
    public void MayBeCutOffBeforeItsFirstPair(string text) => Assert.Equal((0, 0), Counts(Read(text)));

    [Fact]
    public void EndsWithItsLastWholeLine() => Assert.Equal((1, 0), Counts(Read(Head + Pair + Pair[..200])));

    [Fact]
    public void CountsARequestOncePerArm()
    {
        var read = Read(Head + Pair + Pair + Pair.Replace("\"candidate\"", "\"incumbent\"", StringComparison.Ordinal));

        Assert.Equal((2, 1), (read.Pairs.Count, read.Reader.Repeated));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"id":null}""")]
    [InlineData("""{"id":"\ud800"}""")]
    public void NamesALineThatIsNoPair(string line)
    {
        var read = Read(Head + line + "\n" + Pair);

        Assert.Matches("^a.jsonl\\(2\\): error EG[0-9]{4}: This is no pair of a shadow: .", Assert.Single(read.Reader.Problems).ToString());
        Assert.Single(read.Pairs);
    }

    [Theory]
    [InlineData("\"rate\":0.05", "\"rate\":0")]
    [InlineData("\"rate\":0.05", "\"rate\":1e400")]
    [InlineData("\"ms\":12.5", "\"ms\":-1")]
    [InlineData("\"ms\":12.5", "\"ms\":\"fast\"")]
    [InlineData("\"candidate\"", "\"both\"")]
    [InlineData("\"input_tokens\":3", "\"input_tokens\":3.5")]
    [InlineData("{\"language\":\"de\"}", "{\"language\":[null]}")]
    [InlineData("{\"language\":\"de\"}", "7")]
    public void RefusesFiguresThatNoShadowLogs(string right, string wrong) => Assert.Equal((0, 1), Counts(Read(Head + Pair.Replace(right, wrong, StringComparison.Ordinal))));

    [Fact]
    public void GivesUpAfterTenLinesThatAreNone() => Assert.Equal((0, 10), Counts(Read(Head + string.Concat(Enumerable.Repeat("x\n", 50)) + Pair)));

    [Theory]
    [InlineData("""{"evalgate":"run","version":1}""")]
    [InlineData("""{"evalgate":"shadow","version":2}""")]
    [InlineData("{}")]
    public void IsRefusedWhenItIsAnothersOrNewer(string head) => Assert.Single(Read(head + "\n" + Pair).Reader.Problems);

    public void Dispose() => _folder.Dispose();

    private static (int Pairs, int Problems) Counts((IReadOnlyList<ShadowPair> Pairs, ShadowLogReader Reader) read) => (read.Pairs.Count, read.Reader.Problems.Count);

    private (IReadOnlyList<ShadowPair> Pairs, ShadowLogReader Reader) Read(string text)
    {
        _folder.Write("a.jsonl", text);
        var reader = new ShadowLogReader();
        return ([.. reader.Read(_folder.Path, ["a.jsonl"])], reader);
    }
}
