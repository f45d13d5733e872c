using EvalGate.Model;

namespace EvalGate.Files.Tests;

public static class WrittenBaseline
{
    private const string Text = """
        {"evalgate":"baseline","version":1,"suite":"support","runs":["r1","r2"],"commit":"c0ffee","date":"2026-10-20T09:08:07+00:00","stack":{"a":"1","prompt":"p"},"dataset_hash":"d1","machine":"Linux","metrics":{"correct":{"fingerprint":"f1","repeatable":true},"tone":{"fingerprint":"f2"}},"slices":{"language=de":3,"overall":5},"accepted_by":"ann","reason":"first","cases":2,"digest":"DIGEST"}
        {"id":"Z","hash":"hz","scores":{"correct":[]}}
        {"id":"a","hash":"ha","scores":{"correct":[1,0.5],"tone":[3]}}

        """;

    internal static Baseline Sample { get; } = new()
    {
        Header = new BaselineHeader
        {
            Suite = "support",
            Runs = ["r1", "r2"],
            Commit = "c0ffee",
            Date = new DateTimeOffset(2026, 10, 20, 9, 8, 7, TimeSpan.Zero),
            Stack = new Dictionary<string, string> { ["prompt"] = "p", ["a"] = "1" },
            DatasetHash = "d1",
            Machine = "Linux",
            Metrics = new Dictionary<string, BaselineMetric> { ["tone"] = new("f2", null), ["correct"] = new("f1", true) },
            Slices = new Dictionary<string, int> { ["overall"] = 5, ["language=de"] = 3 },
            AcceptedBy = "ann",
            Reason = "first",
        },
        Cases =
        [
            new("a", "ha", new Dictionary<string, IReadOnlyList<double>> { ["tone"] = [3], ["correct"] = [1, 0.5] }),
            new("Z", "hz", new Dictionary<string, IReadOnlyList<double>> { ["correct"] = [] }),
        ],
    };

    [Fact]
    public static void HasTheDocumentedFormSortedByOrdinal()
    {
        using var folder = new TempFolder();
        var path = folder["evals/support.baseline.jsonl"];

        BaselineFile.Write(path, Sample);

        var lines = Text.Split('\n');
        var digest = ContentHash.Of(lines[1] + "\n" + lines[2]);
        Assert.Equal(Text.Replace("DIGEST", digest, StringComparison.Ordinal), File.ReadAllText(path));
    }

    [Fact]
    public static void IsTheSameUnderACommaCulture()
    {
        using var folder = new TempFolder();
        BaselineFile.Write(folder["a"], Sample);
        CommaCulture.Outside(() =>
        {
            BaselineFile.Write(folder["b"], Sample);
            return Assert.IsType<BaselineFound>(BaselineFile.Read(folder["b"]));
        });

        Assert.Equal(File.ReadAllText(folder["a"]), File.ReadAllText(folder["b"]));
    }

    [Fact]
    public static void ReadsAsItWas()
    {
        using var folder = new TempFolder();
        BaselineFile.Write(folder["b"], Sample);

        var found = Assert.IsType<BaselineFound>(BaselineFile.Read(folder["b"], "support"));

        Assert.Equivalent(Sample.Header, found.Baseline.Header, strict: true);
        Assert.Equivalent(Sample.Cases.Reverse(), found.Baseline.Cases, strict: true);
    }

    [Fact]
    public static void MayHaveNoCases()
    {
        using var folder = new TempFolder();
        BaselineFile.Write(folder["b"], Sample with { Cases = [] });

        Assert.Empty(Assert.IsType<BaselineFound>(BaselineFile.Read(folder["b"])).Baseline.Cases);
    }

    [Fact]
    public static void ReplacesAnOlderOneAndLeavesNothingBeside()
    {
        using var folder = new TempFolder();
        BaselineFile.Write(folder["b"], Sample);
        BaselineFile.Write(folder["b"], Sample with { Cases = [Sample.Cases[0]] });

        Assert.Single(Assert.IsType<BaselineFound>(BaselineFile.Read(folder["b"])).Baseline.Cases);
        Assert.Single(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public static void HasEachCaseOnce()
    {
        using var folder = new TempFolder();

        Assert.ThrowsAny<ArgumentException>(() => BaselineFile.Write(folder["b"], Sample with { Cases = [Sample.Cases[0], Sample.Cases[0]] }));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }
}
