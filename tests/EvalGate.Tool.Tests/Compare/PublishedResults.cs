using System.Text.Json;

namespace EvalGate.Tool.Tests;

/// <summary>
/// Four model versions on the 1,319 test questions of GSM8K (Cobbe et al. 2021), as counts per question length: both failed, gained,
/// lost, both passed. p is the exact binomial tail in rational arithmetic; intervals are roots of Tango's score at 50 digits.
/// </summary>
public sealed class PublishedResults : IDisposable
{
    private readonly Workplace _place = new();

    public static TheoryData<string, int[][], double[][]> Pairs { get; } = new()
    {
        {
            "6b fine-tuned → 6b with a verifier",
            [[165, 91, 28, 124], [401, 168, 30, 78], [174, 34, 6, 20]],
            [
                [1.0, 0.15154717871845458, 0.19604611190744467],
                [0.9999999991338289, 0.11234194454624402, 0.1970839716341466],
                [1.0, 0.17240784923930044, 0.23591478227237675],
                [0.9999993086939867, 0.07848146124041948, 0.1650318035912938],
            ]
        },
        {
            "175b fine-tuned → 6b with a verifier",
            [[148, 63, 45, 152], [350, 119, 81, 127], [154, 27, 26, 27]],
            [
                [0.998887937111709, 0.019581991149991353, 0.06690485999561506],
                [0.9664947926238525, 0.002190213837487003, 0.08625783841335571],
                [0.9971574220016248, 0.021877750826175907, 0.09046695844181843],
                [0.6080768488952506, -0.047671975982843943, 0.05628024386907931],
            ]
        },
        {
            "175b with a verifier → 175b fine-tuned",
            [[93, 18, 118, 179], [272, 44, 197, 164], [136, 14, 45, 39]],
            [
                [1.4456973175173426e-45, -0.23956441945367737, -0.1912161320212843],
                [1.646862904252027e-19, -0.28814145572255623, -0.20270445832869038],
                [1.337840904583337e-24, -0.2610214890877325, -0.19105445479369743],
                [3.265315222456683e-05, -0.1859856273048849, -0.0805856610610594],
            ]
        },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void GiveTheFiguresOfAnIndependentReference(string pair, int[][] counts, double[][] expected)
    {
        string[] lengths = ["short", "medium", "long"];
        lengths.Zip(counts).Aggregate(new TwoFiles(), (files, l) => files.With(l.First, l.Second[0], l.Second[1], l.Second[2], l.Second[3])).WriteJsonLines(_place);

        using var verdict = JsonDocument.Parse(_place.Run("compare base.jsonl new.jsonl --metric correct --slices language --max-drop 2pp --json").Out);
        var comparisons = verdict.RootElement.GetProperty("comparisons").EnumerateArray().ToDictionary(
            c => c.GetProperty("slice").TryGetProperty("language", out var value) ? value.GetString()! : "overall");
        Assert.Equal(4, comparisons.Count);
        foreach (var (name, i) in lengths.Prepend("overall").Select((name, i) => (name, i)))
        {
            var c = comparisons[name];
            var own = i == 0 ? Enumerable.Range(0, 4).Select(k => counts.Sum(l => l[k])).ToArray() : counts[i - 1];
            Assert.Equal((own.Sum(), own[1], own[2]), (c.GetProperty("n").GetInt32(), c.GetProperty("gains").GetInt32(), c.GetProperty("losses").GetInt32()));
            Equal(expected[i][0], c.GetProperty("p").GetDouble(), $"{pair}, {name}: p");
            Equal(expected[i][1], c.GetProperty("interval")[0].GetDouble(), $"{pair}, {name}: lower end");
            Equal(expected[i][2], c.GetProperty("interval")[1].GetDouble(), $"{pair}, {name}: upper end");
        }
    }

    public void Dispose() => _place.Dispose();

    private static void Equal(double expected, double actual, string what) => Assert.True(Math.Abs(expected - actual) <= 1e-12, $"{what} is {actual:R}, should be {expected:R}");
}
