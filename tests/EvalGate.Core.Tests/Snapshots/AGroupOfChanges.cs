using EvalGate.Model;
using EvalGate.Snapshots;

namespace EvalGate.Core.Tests.Snapshots;

public static class AGroupOfChanges
{
    private const string Before = "You can return your Fjell 45 within 30 days of delivery.";

    [Theory]
    [InlineData("I'm sorry, but I can't help with that.", EditKind.Refusal)]
    [InlineData("You cannot return your Fjell 45 within 30 days of delivery.", EditKind.Negation)]
    [InlineData("You can return your Fjell 45 within 14 days of delivery.", EditKind.Number)]
    [InlineData("You can return your Fjell 45 within 30 days of delivery. [1]", EditKind.Link)]
    [InlineData("Sie können das Fjell 45 innerhalb von 30 Tagen nach der Lieferung an uns zurücksenden.", EditKind.Language)]
    [InlineData("You can return your Fjell 45 within 30 days of delivery. We are always happy to be of service, and thank you so much for your order.", EditKind.Length)]
    [InlineData("You may send back your Fjell 45 within 30 days of delivery.", EditKind.Wording)]
    [InlineData("You can return your **Fjell 45**\nwithin 30 days of delivery.", EditKind.Format)]
    public static void IsOfOneKindOfEdit(string after, EditKind kind) => Assert.Equal(kind, Change("c", Before, after).Kind);

    [Theory]
    [InlineData("1", "2", EditKind.Number)]
    [InlineData("true", "false", EditKind.Value)]
    [InlineData("{\"a\":1}", "{\"a\":1,\"b\":2}", EditKind.Structure)]
    [InlineData("\"refund\"", "\"exchange\"", EditKind.Value)]
    public static void KnowsValuesThatAreNoProse(string before, string after, EditKind kind) =>
        Assert.Equal(kind, EditKinds.Of(new SnapshotComparer(new()).Compare(SnapshotText.Of(ACase.Json(after)).Text, SnapshotText.Of(ACase.Json(before)).Text)));

    [Fact]
    public static void SharesWhatWasReplacedByWhat()
    {
        var groups = ChangeGroup.Of(
        [
            Change("a", "The Fjell is in stock in our shop.", "The Berg is in stock in our shop."),
            Change("b", "We sell the Fjell in three colours now.", "We sell the Berg in three colours now."),
            Change("c", "It is a very fine and warm tent.", "It is a very good and warm tent."),
            Change("d", Before, "You can return your Fjell 45 within 14 days of delivery."),
            Change("e", "Our shop opens at eight in the morning.", "Our shop opens at eight in the evening."),
        ]);

        Assert.Equal(
            [("A", EditKind.Number, "output", "d"), ("B", EditKind.Wording, "output", "c e"), ("C", EditKind.Wording, "output: “Fjell” → “Berg”", "a b")],
            groups.Select(g => (g.Letter, g.Kind, g.Title, string.Join(' ', g.Changes.Select(c => c.Case.Id)))));
    }

    [Fact]
    public static void BeginsWithTheCaseThatFellMost()
    {
        var metric = AMetric.PassFail("correct");
        var groups = ChangeGroup.Of(
        [
            New("a") with { Metrics = [new(metric, 1, 1)] },
            New("b") with { Metrics = [new(metric, 1, 0)] },
            New("c"),
        ]);

        Assert.Equal(["b", "a", "c"], Assert.Single(groups).Changes.Select(c => c.Case.Id));
        Assert.Equal([false, true, false], groups[0].Changes.Select(c => c.IsNotWorse));
    }

    [Fact]
    public static void HasALetterHoweverManyThereAre() => Assert.Equal(
        ["A", "Z", "AA", "AB"],
        ChangeGroup.Of(Enumerable.Range(0, 28).SelectMany(i => new[] { Numbered(i, 0), Numbered(i, 1) })).Select(g => g.Letter).Where((_, i) => i is 0 or >= 25));

    private static SnapshotChange Numbered(int value, int number) => Change($"{value}-{number}", $"There are {value} of these in our shop.", $"There are {value + 100} of these in our shop.");

    private static SnapshotChange New(string id) => new()
    {
        Case = ACase.Of(id),
        Verdict = SnapshotVerdict.New,
        Policy = SnapshotPolicy.Block,
        Kind = EditKind.New,
        Differences = [],
        Received = new("text", "md"),
        InputHash = "h",
    };

    private static SnapshotChange Change(string id, string before, string after)
    {
        var differences = new SnapshotComparer(new()).Compare(after, before);
        return New(id) with { Verdict = SnapshotVerdict.Changed, Kind = EditKinds.Of(differences), Differences = differences };
    }
}
