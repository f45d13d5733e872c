using System.Text;

namespace EvalGate.Files.Tests;

public static class WrittenCases
{
    private const string Full =
        """{"id":"ä","input":{"b":1.50,"a":"<日>\u2028"},"expected":null,"slices":{"l":["de"],"t":["1.5","x"]},"group":"g","added":"2026-01-02","source":"s","reviewed":"2026-02-03","status":"retired","retired":{"reason":"r"},"quarantine":{"reason":"q","expires":"2026-12-31"}}""";

    [Fact]
    public static void AreReadAsTheyWere()
    {
        var text = Written(Full, """{"id":"b","input":null}""");

        Assert.Equal(Full + "\n" + """{"id":"b","input":null}""" + "\n", text);
    }

    [Fact]
    public static void KeepTheirHashes()
    {
        var before = Lines.Read(Full).Cases[0];

        var after = Lines.Read(Written(Full)).Cases[0];

        Assert.Equal(before.Hash, after.Hash);
        Assert.Equal(before.Quarantine, after.Quarantine);
        Assert.Equal(before.Slices["t"], after.Slices["t"]);
    }

    [Fact]
    public static void AreTheSameUnderACommaCulture() => Assert.Equal(Written(Full), CommaCulture.Outside(() => Written(Full)));

    private static string Written(params string[] lines)
    {
        using var stream = new MemoryStream();
        CaseWriter.Write(stream, Lines.Read(lines).Cases);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
