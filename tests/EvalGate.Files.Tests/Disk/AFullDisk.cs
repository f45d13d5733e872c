using EvalGate.Model;

namespace EvalGate.Files.Tests;

public static class AFullDisk
{
    [Fact]
    public static void LeavesTheTextThatWasThere()
    {
        using var disk = new SmallDisk();
        TextFile.WriteAtomically(disk["x"], "old");
        disk.Fill();

        Assert.Equal("Free space on the disk and run again.", Assert.Throws<FilesException>(() => TextFile.WriteAtomically(disk["x"], new string('n', 10_000))).Remedy);
        Assert.Equal("old", TextFile.Read(disk["x"]));
        Assert.Equal([disk["filler"], disk["x"]], Directory.GetFiles(Path.GetDirectoryName(disk["x"])!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public static void LeavesTheBaselineThatWasAccepted()
    {
        using var disk = new SmallDisk();
        BaselineFile.Write(disk["b"], WrittenBaseline.Sample);
        disk.Fill();
        var larger = WrittenBaseline.Sample with { Cases = [.. Enumerable.Range(0, 500).Select(i => new BaselineCase($"c{i:000}", "h", new Dictionary<string, IReadOnlyList<double>>()))] };

        Assert.Throws<FilesException>(() => BaselineFile.Write(disk["b"], larger));
        Assert.Equal(WrittenBaseline.Sample.Cases.Count, Assert.IsType<BaselineFound>(BaselineFile.Read(disk["b"])).Baseline.Cases.Count);
    }

    [Fact]
    public static void CutsARunOffBehindItsLastWholeRecord()
    {
        using var disk = new SmallDisk();
        using var writer = RunWriter.Create(disk["runs"], ARun.Header);
        var written = 0;

        void AppendForEver()
        {
            for (; ; written++)
            {
                writer.Append(ARun.Record($"c{written:0000}"));
            }
        }

        Assert.Equal("Free space on the disk and run again.", Assert.Throws<FilesException>(AppendForEver).Remedy);
        Assert.Throws<InvalidOperationException>(() => writer.Finish(ARun.End(written)));
        var run = RunReader.Read(writer.Path);
        Assert.InRange(written, 10, 1000);
        Assert.Equal((written, null), (run.Records.Count, run.End));
    }

    [Fact]
    public static void RefusesARunThatCannotEvenBegin()
    {
        using var disk = new SmallDisk();
        Directory.CreateDirectory(disk["runs"]);
        disk.Fill();

        Assert.Equal("Free space on the disk and run again.", Assert.Throws<FilesException>(() => RunWriter.Create(disk["runs"], ARun.Header)).Remedy);
        Assert.Empty(Directory.GetFiles(disk["runs"]));
    }

    /// <summary>The device needs no rights to be full.</summary>
    [Fact]
    public static void IsKnownFromTheDeviceThatIsAlwaysFull()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "Only Linux has a device that is always full.");
        using var lines = new AppendedLines(new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0), "/dev/full");

        Assert.Equal("Free space on the disk and run again.", Assert.Throws<FilesException>(() => lines.Append([1])).Remedy);
        Assert.Throws<InvalidOperationException>(() => lines.Append([1]));
    }
}
