using EvalGate.ShadowLogs;
using EvalGate.Snapshots;

namespace EvalGate.Core.Tests.ShadowLogs;

public static class Edits
{
    private static readonly Disagreement Wording = new(EditKind.Wording, "output");
    private static readonly Disagreement Wrong = new(EditKind.Value, "output.intent", "refund → warranty");

    [Fact]
    public static void AreOrderedByWhatExceedsTheNoiseFloor()
    {
        var census = new EditCensus();
        Add(census, ShadowArm.Candidate, Wording, 30, of: 100);
        Add(census, ShadowArm.Candidate, Wrong, 10, of: 100);
        Add(census, ShadowArm.Incumbent, Wording, 20, of: 50);

        var groups = census.Groups();

        Assert.Equal([Wrong.Title, Wording.Title], groups.Select(g => g.Edit.Title));
        Assert.Equal([(10, 0.05, 0.0, 0.05), (30, 0.15, 0.4, -0.25)], groups.Select(g => (g.Pairs, g.Share, g.Noise!.Value, Math.Round(g.Excess, 12))));
    }

    [Fact]
    public static void ThatStandAloneJoinTheOthersOfTheirPlace()
    {
        var census = new EditCensus();
        for (var i = 0; i < 50; i++)
        {
            census.Add(ShadowArm.Candidate, new(EditKind.Number, "output.confidence", FormattableString.Invariant($"{i} → {i + 1}")));
            census.Add(ShadowArm.Incumbent, new(EditKind.Number, "output.confidence", FormattableString.Invariant($"{i} → {i - 1}")));
        }

        Assert.Equal(new EditGroup(new(EditKind.Number, "output.confidence"), 50, 1, 1), Assert.Single(census.Groups()));
        Assert.Equal(new(EditKind.Number, "output.confidence"), census.GroupOf(new(EditKind.Number, "output.confidence", "7 → 8")));
    }

    [Fact]
    public static void HaveNoFloorWhereTheIncumbentNeverRanTwice()
    {
        var census = new EditCensus();
        Add(census, ShadowArm.Candidate, Wrong, 1, of: 4);

        var group = Assert.Single(census.Groups());
        Assert.Null(group.Noise);
        Assert.Equal(0.25 * 4 / 4, group.Excess);
    }

    private static void Add(EditCensus census, ShadowArm arm, Disagreement edit, int number, int of)
    {
        for (var i = 0; i < of; i++)
        {
            census.Add(arm, i < number ? edit : null);
        }
    }
}
