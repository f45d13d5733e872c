using EvalGate.Snapshots;
using EvalGate.TestKit;

namespace EvalGate.Reports.Tests;

public static class ASnapshotMessage
{
    [Fact]
    public static void ShowsLittleAroundAChange() => Assert.Equal(
        ["  …", "  four", "- five", "+ fife", "  six", "  …"],
        DiffLines.Of("one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine", "one\ntwo\nthree\nfour\nfife\nsix\nseven\neight\nnine", 20));

    [Theory]
    [InlineData("You have 30 days to return it.", "You have 14 days to return it.", "~ You have [-30-]{+14+} days to return it.")]
    [InlineData("refund", "exchange", "- refund\n+ exchange")]
    [InlineData("a\nb", "a\nb\nc", "  a\n  b\n+ c")]
    [InlineData("a\nb", "b", "- a\n  b")]
    [InlineData(null, "a\nb", "+ a\n+ b")]
    [InlineData("a", null, "- a")]
    public static void ShowsADifference(string? before, string? after, string lines) => Assert.Equal(lines, string.Join('\n', DiffLines.Of(before, after, 20)));

    [Fact]
    public static void ShowsHostileTextAsText()
    {
        var shown = string.Concat(DiffLines.Of("a \u001b[31m b", "a \u202e b\n::error::x", 20));

        Assert.DoesNotContain('\u001b', shown);
        Assert.DoesNotContain('\u202e', shown);
        Assert.DoesNotContain(" ::error", shown, StringComparison.Ordinal);
    }

    [Fact]
    public static void IsCutWhereNobodyReadsOn()
    {
        var lines = DiffLines.Of(null, string.Join('\n', Enumerable.Range(0, 1000)), 5);

        Assert.Equal(["+ 0", "+ 1", "+ 2", "+ 3", "+ 4", "  …"], lines);
        Assert.True(DiffLines.Of("x", new string('y', 1_000_000), 5).Sum(l => l.Length) < 1000);
    }

    [Fact]
    public static void NamesEveryPlaceUpToTen()
    {
        var differences = Enumerable.Range(0, 12).Select(i => new SnapshotDifference(FormattableString.Invariant($"output.{i}"), "a", "b", SnapshotPolicy.Block)).ToArray();

        var lines = SnapshotMessage.Differences(differences, 5);

        Assert.Equal(10, lines.Count(l => l.StartsWith("output.", StringComparison.Ordinal)));
        Assert.Equal("… and 2 more places.", lines[^1]);
    }

    [Fact]
    public static void CountsInTheReportWhatWaits()
    {
        var census = new SnapshotCensus(372, [Pending(SnapshotVerdict.Changed, SnapshotPolicy.Block), Pending(SnapshotVerdict.New, SnapshotPolicy.Review), Pending(SnapshotVerdict.Stale, SnapshotPolicy.Review)], ["gone"]);
        var verdict = new Trial().With("de", bothPass: 12).Verdict with { Snapshots = census };

        var text = string.Join(' ', TextReport.Write(verdict, new()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("Snapshots: 3 of 372 outputs wait for approval (1 changed, 1 new, 1 approved for another input; 1 blocks): evalgate snapshots review support.", text, StringComparison.Ordinal);
        Assert.Contains("1 snapshot of cases that are gone (gone): evalgate snapshots prune support.", text, StringComparison.Ordinal);
        Assert.Contains("Snapshots: 3 of 372 outputs wait for approval", MarkdownReport.Write(verdict), StringComparison.Ordinal);
        using var json = System.Text.Json.JsonDocument.Parse(JsonReport.Write(verdict));
        Assert.StartsWith(
            """{"compared":372,"pending":3,"blocking":1,"changed":1,"ambiguous":0,"new":1,"stale":1,"orphans":["gone"],"digest":""",
            System.Text.Json.JsonSerializer.Serialize(json.RootElement.GetProperty("snapshots")),
            StringComparison.Ordinal);
        Assert.Contains("Snapshots: 3 of 372 outputs wait for approval", MarkdownReport.Write(VerdictReader.Read(JsonReport.Write(verdict)).Verdict!), StringComparison.Ordinal);
    }

    private static PendingSnapshot Pending(SnapshotVerdict verdict, SnapshotPolicy policy) =>
        new() { CaseId = "c", Verdict = verdict, Policy = policy, InputHash = "i", Received = new("x", "md") };
}
