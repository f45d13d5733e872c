using EvalGate.Slicing;

namespace EvalGate.Core.Tests.Slicing;

public static class ATimeStamp
{
    private static readonly HourBin[] Hours = [new("night", 22, 6), new("day", 6, 22)];
    private static readonly WeekdayBin[] Days = [new("weekend", [DayOfWeek.Saturday, DayOfWeek.Sunday]), new("friday", [DayOfWeek.Friday])];

    [Theory]
    [InlineData("2026-05-03T05:59:59+02:00", "night")]
    [InlineData("2026-05-03T06:00:00+02:00", "day")]
    [InlineData("2026-05-03T21:59:59.999+02:00", "day")]
    [InlineData("2026-05-03T22:00:00+02:00", "night")]
    [InlineData("2026-05-03T23:14:00-08:00", "night")]
    [InlineData("2026-05-03T00:00:00Z", "night")]
    [InlineData("2026-05-03T12:00Z", "day")]
    [InlineData("2026-05-03 12:00:00+05:30", "day")]
    [InlineData("2024-02-29T12:00:00Z", "day")]
    [InlineData("0001-01-01T23:00:00Z", "night")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "night")]
    public static void HasTheHourOfItsOwnOffset(string stamp, string value) => Assert.Equal(value, ASlicedCase.Value(Hour(null), $"\"{stamp}\""));

    [Theory]
    [InlineData("2026-01-15T05:30:00Z", "day")]
    [InlineData("2026-07-15T04:30:00Z", "day")]
    [InlineData("2026-01-15T04:30:00Z", "night")]
    [InlineData("2026-07-15T20:30:00Z", "night")]
    [InlineData("2026-01-15T20:30:00Z", "day")]
    [InlineData("2026-07-15T06:30:00-04:00", "day")]
    [InlineData("2026-03-29T00:59:59Z", "night")]
    [InlineData("2026-03-29T02:30:00", "night")]
    [InlineData("2026-10-25T02:30:00", "night")]
    [InlineData("2026-07-15T21:59:00", "day")]
    [InlineData("0001-01-01T00:00:00", "night")]
    [InlineData("9999-12-31T23:59:59", "night")]
    [InlineData("9999-12-31T23:59:59Z", "night")]
    public static void HasTheHourOfTheZoneWhereOneIsNamed(string stamp, string value) => Assert.Equal(value, ASlicedCase.Value(Hour("Europe/Berlin"), $"\"{stamp}\""));

    [Theory]
    [InlineData("2026-11-28T12:00:00Z", null, "weekend")]
    [InlineData("2026-11-27T23:30:00Z", null, "friday")]
    [InlineData("2026-11-27T23:30:00Z", "Europe/Berlin", "weekend")]
    [InlineData("2026-11-28T00:30:00+01:00", "America/New_York", "friday")]
    [InlineData("2026-11-26T12:00:00Z", null, "(none)")]
    public static void HasTheWeekdayThere(string stamp, string? zone, string value) =>
        Assert.Equal(value, ASlicedCase.Value(new WeekdayAttribute("day", ASlicedCase.Place, ASlicedCase.Of, zone, Days), $"\"{stamp}\""));

    [Fact]
    public static void MayRunToMidnightInABin()
    {
        var whole = new HoursAttribute("time", ASlicedCase.Place, ASlicedCase.Of, null, [new("all", 0, 24)]);
        var evening = whole with { Bins = [new("evening", 18, 24)] };
        var fromSix = whole with { Bins = [new("late", 6, 0)] };

        Assert.Equal("all", ASlicedCase.Value(whole, "\"2026-05-03T23:59:59Z\""));
        Assert.Equal("evening", ASlicedCase.Value(evening, "\"2026-05-03T23:59:59Z\""));
        Assert.Equal("(none)", ASlicedCase.Value(evening, "\"2026-05-03T00:00:00Z\""));
        Assert.Equal("late", ASlicedCase.Value(fromSix, "\"2026-05-03T23:00:00Z\""));
        Assert.Equal("(none)", ASlicedCase.Value(fromSix, "\"2026-05-03T05:00:00Z\""));
    }

    [Fact]
    public static void MayBeMissing()
    {
        Assert.Equal("(none)", ASlicedCase.Value(Hour(null), "null"));
        Assert.Equal("(none)", ASlicedCase.Value(new HoursAttribute("time", ASlicedCase.Place, new(EvalGate.Model.PathRoot.Expected, ["at"]), null, Hours), "1"));
    }

    [Fact]
    public static void NeedsAnOffsetOrAZone() => Assert.Equal(
        "evals/support.cases.jsonl(1): error EG1108: case 'a': slice 'time' cannot be computed: input.x is \"2026-05-03T12:00:00\", without an offset; add one (…+02:00, …Z), or set 'zone:' on the slice.",
        ASlicedCase.Problem(Hour(null), "\"2026-05-03T12:00:00\""));

    [Theory]
    [InlineData("\"noon\"")]
    [InlineData("\"2026-05-03\"")]
    [InlineData("\"12:00\"")]
    [InlineData("\"03.05.2026 12:00\"")]
    [InlineData("\"05/03/2026 12:00Z\"")]
    [InlineData("\"2026-13-03T12:00:00Z\"")]
    [InlineData("\"2026-02-29T12:00:00Z\"")]
    [InlineData("\"2026-05-03T25:00:00Z\"")]
    [InlineData("\"2026-05-03T12:00:00+25:00\"")]
    [InlineData("\"2026-05-03T12:00:00Z, or so\"")]
    [InlineData("\"\"")]
    [InlineData("1777809600")]
    [InlineData("{}")]
    public static void IsInIso8601(string x) => Assert.EndsWith(
        "; an ISO 8601 time stamp such as 2026-05-03T23:14:00+02:00 is needed.",
        ASlicedCase.Problem(Hour("Europe/Berlin"), x),
        StringComparison.Ordinal);

    private static HoursAttribute Hour(string? zone) => new("time", ASlicedCase.Place, ASlicedCase.Of, zone, Hours);
}
