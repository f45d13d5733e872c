using CsCheck;
using EvalGate.Snapshots;

namespace EvalGate.Core.Tests.Snapshots;

public static class ASnapshotsName
{
    [Theory]
    [InlineData("refund-001")]
    [InlineData("a")]
    [InlineData("de_07-x")]
    public static void IsTheIdWhereThatIsSafe(string id) => Assert.Equal(id, SnapshotName.Of(id));

    [Theory]
    [InlineData("Refund-001", "refund-001~")]
    [InlineData("../../etc/passwd", "etc-passwd~")]
    [InlineData("a/b\\c:d*e?f", "a-b-c-d-e-f~")]
    [InlineData("con", "con~")]
    [InlineData("lpt9", "lpt9~")]
    [InlineData("a.b", "a-b~")]
    [InlineData("x~alt-12345678", "x-alt-12345678~")]
    [InlineData("#1", "1~")]
    [InlineData("日本語", "case~")]
    [InlineData("", "case~")]
    public static void IsAReadablePartAndAHashElsewhere(string id, string start)
    {
        var name = SnapshotName.Of(id);

        Assert.StartsWith(start, name, StringComparison.Ordinal);
        Assert.Equal(start.Length + 16, name.Length);
    }

    [Fact]
    public static void IsNeverThatOfAnotherId()
    {
        string[] ids = ["a", "A", "a ", " a", "a\u0308", "\u00e4", "\ud800", "\udfff", "con", "CON", "Con", "a~1", "a.", "a-", "a_", "x\ny", "x\n\ny", new('a', 80), new('a', 81), new('a', 200)];

        Assert.Equal(ids.Length, ids.Select(SnapshotName.Of).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public static void IsSafeOnEveryDisk() => Property.HoldsFor(Gen.String, 2000, id =>
    {
        var name = SnapshotName.Of(id);
        Assert.InRange(name.Length, 1, 80);
        Assert.All(name, c => Assert.True(c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_' or '~'));
    });

    [Fact]
    public static void KeepsItsCaseAsAnAlternative()
    {
        var alternative = SnapshotName.OfAlternative("refund-001", "0123456789abcdef");

        Assert.Equal("refund-001~alt-01234567", alternative);
        Assert.Equal("refund-001", SnapshotName.WithoutAlternative(alternative));
        Assert.Equal("refund-001", SnapshotName.WithoutAlternative("refund-001"));
        Assert.Matches("^[0-9a-f]{2}$", SnapshotName.Shard("refund-001"));
    }
}
