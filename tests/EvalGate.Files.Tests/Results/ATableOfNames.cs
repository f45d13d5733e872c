using System.Text;
using CsCheck;

namespace EvalGate.Files.Tests;

public static class ATableOfNames
{
    [Fact]
    public static void NumbersNamesInTheOrderTheyFirstCame() => Property.HoldsFor(Gen.String[0, 5].Array[0, 200], 200, names =>
    {
        var known = names.Select(n => string.Concat(n.EnumerateRunes())).ToArray();
        var table = new NameTable();
        var numbers = known.Select(n => table.Add(Encoding.UTF8.GetBytes(n))).ToArray();
        var expected = known.Distinct(StringComparer.Ordinal).ToList();

        Assert.Equal(known.Select(n => expected.IndexOf(n)), numbers);
        Assert.Equal(expected, Enumerable.Range(0, table.Count).Select(table.Text));
        Assert.All(known, n => Assert.Equal(expected.IndexOf(n), table.Find(Encoding.UTF8.GetBytes(n))));
        Assert.Equal(-1, table.Find("a name that is too long to be there"u8));
    });
}
