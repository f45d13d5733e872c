using EvalGate.Recordings;

namespace EvalGate.Files.Tests.Recordings;

public sealed class ARecordingFile : IDisposable
{
    private readonly TempFolder _folder = new();

    private RecordingFolder Recordings => new(_folder["support.recordings"], "support");

    [Fact]
    public void HoldsOneCallPerLineBehindAHead()
    {
        Recordings.Write("Größe/1", [Call(1, """{"call":"chat","temperature":0.50}""", """{"text":"ja\u2028"}""")]);

        var lines = File.ReadAllText(Assert.Single(Recordings.Files())).Split('\n');

        Assert.Equal("""{"evalgate":"recordings","version":1,"suite":"support","case":"Größe/1"}""", lines[0]);
        Assert.StartsWith("""{"rep":1,"hash":""", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"recorded\":\"2026-11-25\",\"request\":{\"call\":\"chat\",\"temperature\":0.50}", lines[1], StringComparison.Ordinal);
        Assert.Equal(3, lines.Length);
    }

    [Fact]
    public void ComesBackAsItWas()
    {
        RecordedCall[] calls = [Call(1, """{"a":1}""", """{"b":[]}"""), Call(2, """{"a":1}""", "null")];
        Recordings.Write("x", calls);

        var read = Recordings.Read("x");

        Assert.Equal(calls.Select(c => (c.Key, c.Recorded, c.Request.GetRawText(), c.Response.GetRawText())), read.Select(c => (c.Key, c.Recorded, c.Request.GetRawText(), c.Response.GetRawText())));
        Assert.Empty(Recordings.Read("y"));
    }

    [Theory]
    [InlineData("", "Line 1 is damaged: it is missing.")]
    [InlineData("{\"evalgate\":\"run\",\"version\":1}\n", "This file holds a run, not a recordings.")]
    [InlineData("{\"evalgate\":\"recordings\",\"version\":2}\n", "Update EvalGate.")]
    [InlineData("{\"evalgate\":\"recordings\",\"version\":1,\"suite\":\"s\",\"case\":\"x\"}\n{\"rep\":1}\n", "Line 2 is damaged")]
    [InlineData("{\"evalgate\":\"recordings\",\"version\":1,\"suite\":\"s\",\"case\":\"x\"}\n<<<<<<< HEAD\n", "Line 2 is damaged")]
    public void ThatIsDamagedIsRefused(string text, string reason)
    {
        var file = _folder.Write("support.recordings/x.jsonl", text);

        var refusal = Assert.Throws<FilesException>(() => RecordingFile.Read(file));

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("record again", refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static RecordedCall Call(int repetition, string request, string response)
    {
        var json = ACase.Json(request);
        return new(new(repetition, RecordedCall.HashOf(json), 1), json, ACase.Json(response), new(2026, 11, 25));
    }
}
