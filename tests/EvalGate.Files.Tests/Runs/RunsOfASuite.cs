namespace EvalGate.Files.Tests;

public static class RunsOfASuite
{
    [Fact]
    public static void AreListedNewestFirstByTheirHeaders()
    {
        using var folder = new TempFolder();
        foreach (var minute in new[] { 2, 0, 3, 1 })
        {
            Add(folder, $"{9 - minute}.jsonl", minute);
        }

        Assert.Equal(["3", "2", "1", "0"], RunFolder.All(folder.Path).Runs.Select(r => r.Header.RunId));
        Assert.Equal("3", RunFolder.Latest(folder.Path)?.Header.RunId);
    }

    [Fact]
    public static void OfOneStartAreOrderedByName()
    {
        using var folder = new TempFolder();
        Add(folder, "a.jsonl", 0);
        Add(folder, "c.jsonl", 0);
        Add(folder, "b.jsonl", 0);

        Assert.Equal(["c.jsonl", "b.jsonl", "a.jsonl"], RunFolder.All(folder.Path).Runs.Select(r => Path.GetFileName(r.File)));
    }

    [Fact]
    public static void AreNoneInAFolderThatDoesNotExist()
    {
        using var folder = new TempFolder();

        Assert.Null(RunFolder.Latest(folder["none"]));
        Assert.Empty(RunFolder.All(folder["none"]).Runs);
    }

    [Fact]
    public static void AreReadAroundADamagedOne()
    {
        using var folder = new TempFolder();
        Add(folder, "a.jsonl", 0);
        var damaged = folder.Write("b.jsonl", "nonsense\n");

        var all = RunFolder.All(folder.Path);

        Assert.Single(all.Runs);
        Assert.Equal(damaged, Assert.Single(all.Diagnostics).Place.File);
    }

    [Fact]
    public static void NeverGiveAnOlderOneForADamagedLatest()
    {
        using var folder = new TempFolder();
        Add(folder, "20261020T090800000Z-1.jsonl", 0);
        folder.Write("20261020T100000000Z-1.jsonl", "{\"evalgate\":\"ru");

        Assert.Throws<RunFileException>(() => RunFolder.Latest(folder.Path));
    }

    [Fact]
    public static void GiveTheLatestBesideAnOlderDamagedOne()
    {
        using var folder = new TempFolder();
        Add(folder, "20261020T090807065Z-1.jsonl", 0);
        folder.Write("20261020T080000000Z-1.jsonl", "");
        folder.Write("notes.jsonl", "mine");

        Assert.Equal("0", RunFolder.Latest(folder.Path)?.Header.RunId);
    }

    [Fact]
    public static void AreFoundByTheirHeaders()
    {
        using var folder = new TempFolder();
        Add(folder, "a.jsonl", 0, "one");
        Add(folder, "b.jsonl", 1, "two");
        Add(folder, "c.jsonl", 2, "one");
        Add(folder, "d.jsonl", 3);
        folder.Write("e.jsonl", "nonsense\n");

        Assert.Equal(["2", "0"], RunFolder.Where(folder.Path, h => h.Session == "one").Select(r => r.Header.RunId));
        Assert.Empty(RunFolder.Where(folder.Path, h => h.Session == "three"));
    }

    private static void Add(TempFolder folder, string name, int minute, string? session = null)
    {
        using var other = new TempFolder();
        var id = minute.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var path = ARun.Write(other.Path, ARun.Header with { RunId = id, Started = ARun.Start.AddMinutes(minute), Session = session });
        File.Copy(path, folder[name]);
    }
}
