using System.Text;
using EvalGate.Model;

namespace EvalGate.Files.Tests;

public static class DamagedRun
{
    private static readonly string[] Sound = SoundLines();

    [Fact]
    public static void IsNeverCompleteWhereverItIsCut()
    {
        using var folder = new TempFolder();
        var whole = Encoding.UTF8.GetBytes(string.Concat(Sound.Select(l => l + "\n")));
        var headerLength = Encoding.UTF8.GetByteCount(Sound[0]) + 1;
        var path = folder["cut.jsonl"];
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(path, whole[..length]);
            if (length < headerLength)
            {
                Assert.Equal(DiagnosticCodes.BadFile, Assert.Throws<RunFileException>(() => RunReader.Read(path)).Diagnostic.Code);
                continue;
            }

            var run = RunReader.Read(path);
            Assert.Null(run.End);
            Assert.Equal(whole.AsSpan(headerLength..length).Count((byte)'\n'), run.Records.Count);
        }

        File.WriteAllBytes(path, whole);
        Assert.Equal(2, RunReader.Read(path).End?.Records);
    }

    [Theory]
    [InlineData(1, "not json", 1, "damaged")]
    [InlineData(1, "[]", 1, "This is no run of EvalGate")]
    [InlineData(1, """{"version":1}""", 1, "This is no run of EvalGate")]
    [InlineData(1, """{"evalgate":"baseline","version":1}""", 1, "This file holds a baseline, not a run.")]
    [InlineData(1, """{"\ud800":1,"evalgate":"run"}""", 1, "surrogate")]
    [InlineData(1, """{"evalgate":"\ud800"}""", 1, "surrogate")]
    [InlineData(2, """{"case":"x","rep":1,"hash":"h","scores":{},"output":{"deep":["\ud800"]}}""", 2, "surrogate")]
    [InlineData(2, """{"case":"\ud800","rep":1,"hash":"h","scores":{}}""", 2, "damaged")]
    [InlineData(2, """{"case":"x","rep":1,"hash":"h","scores":{"\ud800":1}}""", 2, "damaged")]
    [InlineData(2, """{"\ud800":"x","rep":1,"hash":"h","scores":{}}""", 2, "damaged")]
    [InlineData(1, """{"evalgate":"run"}""", 1, "no valid version")]
    [InlineData(1, """{"evalgate":"run","version":"1"}""", 1, "no valid version")]
    [InlineData(1, """{"evalgate":"run","version":0}""", 1, "no valid version")]
    [InlineData(1, """{"evalgate":"run","version":1,"suite":"x"}""", 1, "missing required properties")]
    [InlineData(2, "{\"case\":\"a\",", 2, "damaged")]
    [InlineData(2, "", 2, "damaged")]
    [InlineData(2, "null", 2, "null")]
    [InlineData(2, """{"case":"a","rep":1,"hash":"h"}""", 2, "scores")]
    [InlineData(2, """{"case":null,"rep":1,"hash":"h","scores":{}}""", 2, "damaged")]
    [InlineData(2, """{"case":"a","rep":"1","hash":"h","scores":{}}""", 2, "The line is damaged: 'rep' has a value of the wrong kind. Run again.")]
    [InlineData(2, """{"case":"a","rep":0,"hash":"h","scores":{}}""", 2, "Repetition 0 of case 'a' does not exist: they count from 1. Run again.")]
    [InlineData(2, """{"case":"a","rep":-1,"hash":"h","scores":{}}""", 2, "Repetition -1 of case 'a' does not exist")]
    [InlineData(2, "[]", 2, "The line is damaged: it has a value of the wrong kind. Run again.")]
    [InlineData(2, """{"case":"a","case":"b","rep":1,"hash":"h","scores":{}}""", 2, "The key 'case' stands twice")]
    [InlineData(3, """{"case":"a","rep":1,"hash":"h","scores":{}}""", 3, "Repetition 1 of case 'a' is already recorded in line 2.")]
    [InlineData(4, """{"end":{"records":3,"finished":"2026-10-20T09:08:12Z","stack":{}}}""", 4, "The end line counts 3 records, but the file has 2. Run again.")]
    [InlineData(3, """{"end":{"records":1,"finished":"2026-10-20T09:08:12Z","stack":{}}}""", 4, "There is a line behind the end line.")]
    [InlineData(4, """{"end":{}}""", 4, "damaged")]
    [InlineData(4, """{"end":null}""", 4, "null")]
    public static void IsRefusedWithTheLine(int line, string text, int at, string part)
    {
        var problem = Problem([.. Sound.Select((l, i) => i + 1 == line ? text : l)]);

        Assert.Equal((DiagnosticCodes.BadFile, at), (problem.Code, problem.Place.Line));
        Assert.Contains(part, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(13)]
    [InlineData(700)]
    public static void IsRefusedWhereItIsNotUtf8(int at)
    {
        using var folder = new TempFolder();
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Sound.Select(l => l + "\n")));
        bytes[at] = 0xCF;
        File.WriteAllBytes(folder["r.jsonl"], bytes);

        Assert.Contains("not UTF-8", Assert.Throws<RunFileException>(() => RunReader.Read(folder["r.jsonl"])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("2.1")]
    [InlineData("1e9")]
    public static void OfANewerVersionAsksForAnUpdate(string version)
    {
        var problem = Problem([$$"""{"evalgate":"run","version":{{version}},"other":true}"""]);

        Assert.Equal(DiagnosticCodes.NewerVersion, problem.Code);
        Assert.Equal($"The run has version {version}; this EvalGate reads version 1. Update EvalGate.", problem.Message);
    }

    [Fact]
    public static void IsNotOneWithMembersOfANewerMinorVersion()
    {
        using var folder = new TempFolder();
        var lines = Sound.Select(l => l[..^1] + ""","extra":{"x":[1]}}""").ToArray();
        lines[0] = lines[0].Replace("\"version\":1", "\"version\":1.7", StringComparison.Ordinal);

        var run = RunReader.Read(folder.Write("r.jsonl", string.Join('\n', lines) + "\n"));

        Assert.Equal((2, 2), (run.Records.Count, run.End?.Records));
    }

    [Fact]
    public static void IsNotOneThatHasNoStackInItsHeader()
    {
        using var folder = new TempFolder();
        var header = Sound[0].Replace(""","stack":{"prompt":"p1"}""", "", StringComparison.Ordinal);

        var run = RunReader.Read(folder.Write("r.jsonl", header + "\n"));

        Assert.NotEqual(Sound[0], header);
        Assert.Empty(run.Stack);
    }

    [Fact]
    public static void ThatDoesNotExistIsANamedException()
    {
        using var folder = new TempFolder();

        Assert.Throws<FilesException>(() => RunReader.Read(folder["none.jsonl"]));
    }

    private static Diagnostic Problem(string[] lines)
    {
        using var folder = new TempFolder();
        var path = folder.Write("r.jsonl", string.Concat(lines.Select(l => l + "\n")));
        var e = Assert.Throws<RunFileException>(() => RunReader.Read(path));
        Assert.Equal(path, e.Diagnostic.Place.File);
        Assert.Equal(e.Diagnostic.ToString(), e.Message);
        return e.Diagnostic;
    }

    private static string[] SoundLines()
    {
        using var folder = new TempFolder();
        return File.ReadAllLines(ARun.Write(folder.Path, ARun.Header, ARun.Record("a"), ARun.Record("b")));
    }
}
