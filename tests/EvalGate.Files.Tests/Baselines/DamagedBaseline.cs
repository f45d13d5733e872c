using System.Text;
using EvalGate.Model;

namespace EvalGate.Files.Tests;

public static class DamagedBaseline
{
    private static readonly string Sound = SoundText();

    [Fact]
    public static void IsUnusableWhereverItIsCut()
    {
        using var folder = new TempFolder();
        var path = folder["b"];
        var whole = Encoding.UTF8.GetBytes(Sound);
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(path, whole[..length]);
            var problem = Assert.IsType<BaselineUnusable>(BaselineFile.Read(path)).Diagnostic;
            Assert.Equal((DiagnosticCodes.BadFile, path), (problem.Code, problem.Place.File));
        }

        File.WriteAllBytes(path, whole);
        Assert.IsType<BaselineFound>(BaselineFile.Read(path));
    }

    [Fact]
    public static void CutAtALineSaysSo()
    {
        var lines = Sound.Split('\n');

        Assert.Contains("was cut off", Problem(lines[0] + "\n" + lines[1] + "\n").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[1,0.5]", "[1,1]")]
    [InlineData("\"hz\"", "\"hx\"")]
    [InlineData("{\"id\":\"a\"", "{ \"id\":\"a\"")]
    [InlineData("{\"id\":\"a\"", "{\"id\":\"A\"}\n{\"id\":\"a\"")]
    public static void EditedByHandAsksToAcceptAgain(string from, string to)
    {
        var problem = Problem(Edited(from, to));

        Assert.Equal((DiagnosticCodes.BadFile, 1), (problem.Code, problem.Place.Line));
        Assert.Equal("This baseline was edited or merged by hand: accept again.", problem.Message);
    }

    [Theory]
    [InlineData("<<<<<<< HEAD\n", 1)]
    [InlineData("=======\n", 3)]
    [InlineData(">>>>>>> theirs\n", 4)]
    public static void WithConflictMarkersSaysSo(string marker, int line)
    {
        var lines = Sound.Split('\n').ToList();
        lines.Insert(line - 1, marker.TrimEnd());

        var problem = Problem(string.Join('\n', lines));

        Assert.Equal(line, problem.Place.Line);
        Assert.Contains("merge conflict markers", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public static void OfANewerVersionAsksForAnUpdate() =>
        Assert.Equal(DiagnosticCodes.NewerVersion, Problem(Edited("\"version\":1", "\"version\":2")).Code);

    [Fact]
    public static void OfAnotherKindSaysWhatItIs() =>
        Assert.Equal("This file holds a run, not a baseline.", Problem(Edited("\"evalgate\":\"baseline\"", "\"evalgate\":\"run\"")).Message);

    [Fact]
    public static void OfAnotherSuiteNamesBoth()
    {
        using var folder = new TempFolder();

        var problem = Assert.IsType<BaselineUnusable>(BaselineFile.Read(folder.Write("b", Sound), "billing")).Diagnostic;

        Assert.StartsWith("This is the baseline of suite 'support', not of 'billing'.", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public static void IsOfTheWrongSuiteBeforeItIsDamaged()
    {
        using var folder = new TempFolder();
        var lines = Sound.Split('\n');

        var problem = Assert.IsType<BaselineUnusable>(BaselineFile.Read(folder.Write("b", WithDigest(lines, lines[1], "{}")), "billing")).Diagnostic;

        Assert.Equal(1, problem.Place.Line);
    }

    [Theory]
    [InlineData("\"cases\":2,", "")]
    [InlineData(",\"digest\":", ",\"digests\":")]
    [InlineData("\"suite\":\"support\",", "")]
    [InlineData("\"suite\":\"support\",", "\"suite\":\"\\ud800\",")]
    [InlineData("\"evalgate\"", "\"\\ud800\":1,\"evalgate\"")]
    [InlineData("\"accepted_by\"", "\"\\ud800\":1,\"accepted_by\"")]
    [InlineData("\"digest\":\"", "\"digest\":\"\\ud800")]
    [InlineData("\"suite\":\"support\"", "\"suite\":null")]
    [InlineData("\"cases\":2,", "\"cases\":2,\"cases\":2,")]
    public static void HeaderIsRefused(string from, string to) => Assert.Equal(1, Problem(Edited(from, to)).Place.Line);

    [Fact]
    public static void WithARightDigestStillNeedsSoundLines()
    {
        var lines = Sound.Split('\n');

        Assert.Equal(3, Problem(WithDigest(lines, lines[1], "{}")).Place.Line);
        Assert.Equal(3, Problem(WithDigest(lines, lines[1], "null")).Place.Line);
        Assert.Equal(3, Problem(WithDigest(lines, lines[1], """{"id":"\ud800","hash":"h","scores":{}}""")).Place.Line);
        Assert.Contains("out of order or stands twice", Problem(WithDigest(lines, lines[2], lines[1])).Message, StringComparison.Ordinal);
        Assert.Contains("out of order or stands twice", Problem(WithDigest(lines, lines[1], lines[1])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public static void IsNotOneWithWindowsLineEndsAByteOrderMarkOrNewMembers()
    {
        using var folder = new TempFolder();
        var text = Edited("\"runs\":", "\"extra\":[{}],\"runs\":").Replace("\n", "\r\n", StringComparison.Ordinal);

        Assert.IsType<BaselineFound>(BaselineFile.Read(folder.Write("b", "\uFEFF" + text)));
    }

    [Fact]
    public static void IsNotOneThatIsMissing()
    {
        using var folder = new TempFolder();

        Assert.IsType<BaselineMissing>(BaselineFile.Read(folder["none/b"]));
    }

    [Fact]
    public static void ThatIsAFolderIsNotMissing()
    {
        using var folder = new TempFolder();

        var reading = Assert.IsType<BaselineUnusable>(BaselineFile.Read(folder.Path));

        Assert.StartsWith("This is a folder, and a baseline is a file", reading.Diagnostic.Message, StringComparison.Ordinal);
        Assert.Throws<FilesException>(() => BaselineFile.Write(folder.Path, new Trial().With("de", bothPass: 1).Baseline));
    }

    private static string WithDigest(string[] lines, params string[] body)
    {
        var header = lines[0].Replace(ContentHash.Of(lines[1] + "\n" + lines[2]), ContentHash.Of(string.Join('\n', body)), StringComparison.Ordinal);
        return string.Concat(body.Prepend(header).Select(l => l + "\n"));
    }

    private static string Edited(string from, string to)
    {
        Assert.Contains(from, Sound, StringComparison.Ordinal);
        return Sound.Replace(from, to, StringComparison.Ordinal);
    }

    private static Diagnostic Problem(string text)
    {
        using var folder = new TempFolder();
        return Assert.IsType<BaselineUnusable>(BaselineFile.Read(folder.Write("b", text))).Diagnostic;
    }

    private static string SoundText()
    {
        using var folder = new TempFolder();
        BaselineFile.Write(folder["b"], WrittenBaseline.Sample);
        return File.ReadAllText(folder["b"]);
    }
}
