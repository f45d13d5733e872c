using System.Globalization;

namespace EvalGate.Files.Tests;

public static class RunBeingWritten
{
    [Fact]
    public static void CanBeReadAndCountsAsCutOff()
    {
        using var folder = new TempFolder();
        using var writer = RunWriter.Create(folder.Path, ARun.Header);
        writer.Append(ARun.Record("a"));

        var run = RunReader.Read(writer.Path);

        Assert.Equal("a", Assert.Single(run.Records).CaseId);
        Assert.Null(run.End);
    }

    [Fact]
    public static async Task TakesRecordsFromManyThreads()
    {
        using var folder = new TempFolder();
        using var writer = RunWriter.Create(folder.Path, ARun.Header);

        await Parallel.ForAsync(0, 500, (i, _) =>
        {
            writer.Append(ARun.Record(i.ToString(CultureInfo.InvariantCulture)));
            return ValueTask.CompletedTask;
        });
        writer.Finish(ARun.End(writer.Records));

        Assert.Equal(500, RunReader.Read(writer.Path).Records.DistinctBy(r => r.CaseId).Count());
    }

    [Fact]
    public static void SharesItsFolderWithAnother()
    {
        using var folder = new TempFolder();
        using var one = RunWriter.Create(folder.Path, ARun.Header with { RunId = "one" });
        using var two = RunWriter.Create(folder.Path, ARun.Header with { RunId = "two" });
        one.Append(ARun.Record("a"));
        two.Append(ARun.Record("b"));
        one.Finish(ARun.End(1));
        two.Finish(ARun.End(1));

        Assert.Equal([("one", "a"), ("two", "b")], new[] { one, two }.Select(w => RunReader.Read(w.Path)).Select(r => (r.Header.RunId, r.Records[0].CaseId)));
        Assert.Equal(2, RunFolder.All(folder.Path).Runs.Count);
    }

    [Fact]
    public static void TakesNothingAfterItsEnd()
    {
        using var folder = new TempFolder();
        using var writer = RunWriter.Create(folder.Path, ARun.Header);
        writer.Finish(ARun.End(0));

        Assert.Throws<InvalidOperationException>(() => writer.Append(ARun.Record("a")));
        Assert.Throws<InvalidOperationException>(() => writer.Finish(ARun.End(0)));
        Assert.NotNull(RunReader.Read(writer.Path).End);
    }

    [Fact]
    public static void DoesNotEndWithAWrongCount()
    {
        using var folder = new TempFolder();
        using var writer = RunWriter.Create(folder.Path, ARun.Header);

        Assert.Throws<ArgumentOutOfRangeException>(() => writer.Finish(ARun.End(1)));
        Assert.Null(RunReader.Read(writer.Path).End);
    }

    [Fact]
    public static void RefusesANumberThatIsNoneAndGoesOn()
    {
        using var folder = new TempFolder();
        using var writer = RunWriter.Create(folder.Path, ARun.Header);

        Assert.ThrowsAny<ArgumentException>(() => writer.Append(ARun.Record("a") with { DurationMs = double.NaN }));
        writer.Append(ARun.Record("b"));

        Assert.Equal("b", Assert.Single(RunReader.Read(writer.Path).Records).CaseId);
    }

    [Fact]
    public static void NeedsAFolderThatCanBeCreated()
    {
        using var folder = new TempFolder();
        var file = folder.Write("taken", "");

        var e = Assert.Throws<FilesException>(() => RunWriter.Create(Path.Combine(file, "runs"), ARun.Header));

        Assert.Equal(Path.Combine(file, "runs"), e.Path);
    }
}
