using System.Text;
using EvalGate.Model;

namespace EvalGate.Files.Tests;

public static class HostileLine
{
    [Theory]
    [InlineData("{\"id\":\"a\",\"input\":NaN}", 19)]
    [InlineData("{\"id\":\"a\",\"input\":-Infinity}", 20)]
    [InlineData("{\"id\":\"ä\",\"input\":'x'}", 19)]
    [InlineData("{\"id\":\"a\",\"input\":1,}", 21)]
    [InlineData("{\"id\":\"a\",\"input\":1}{\"id\":\"b\",\"input\":1}", 21)]
    [InlineData("{\"id\":\"a\",\"input\":1} // note", 22)]
    public static void ThatIsNoJsonIsReportedWithItsColumn(string line, int column)
    {
        var problem = Assert.Single(Lines.Read("", line).Diagnostics);

        Assert.Equal(DiagnosticCodes.InvalidJson, problem.Code);
        Assert.Equal(new SourcePlace("evals/a.cases.jsonl", 2, column), problem.Place);
        Assert.DoesNotContain("BytePosition", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"id":"a\ud800","input":1}""", 7)]
    [InlineData("""{"id":"a","input":"\udc00\ud800"}""", 19)]
    [InlineData("""{"id":"a","input":{"\ud83d":1}}""", 20)]
    [InlineData("""{"id":"a","input":1,"slices":{"x":["\ud83d"]}}""", 36)]
    public static void WithHalfASurrogatePairIsReported(string line, int column)
    {
        var problem = Assert.Single(Lines.Read(line).Diagnostics);

        Assert.Equal((DiagnosticCodes.WrongField, column), (problem.Code, problem.Place.Column));
        Assert.Contains("surrogate", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public static void WithAWholeSurrogatePairIsFine() =>
        Assert.Equal("😀", Assert.Single(Lines.Read("""{"id":"a","input":"\ud83d\ude00"}""").Cases).Input.GetString());

    [Theory]
    [InlineData("""{"id":"a","id":"b","input":1}""", "id", 11)]
    [InlineData("""{"id":"a","input":{"x":1,"y":{},"x":2}}""", "x", 33)]
    [InlineData("""{"id":"a","input":{"x":1,"\u0078":2}}""", "x", 26)]
    public static void WithAKeyTwiceIsReported(string line, string key, int column)
    {
        var problem = Assert.Single(Lines.Read(line).Diagnostics);

        Assert.Equal((DiagnosticCodes.WrongField, column), (problem.Code, problem.Place.Column));
        Assert.Contains($"'{key}' stands twice", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public static void MayRepeatAKeyInDifferentObjects() =>
        Assert.Empty(Lines.Read("""{"id":"a","input":[{"x":1},{"x":{"x":2}}]}""").Diagnostics);

    [Theory]
    [InlineData(63, null)]
    [InlineData(64, DiagnosticCodes.TooLarge)]
    [InlineData(100_000, DiagnosticCodes.TooLarge)]
    public static void IsNestedAtMostSixtyFourLevels(int levels, string? code)
    {
        var line = $$"""{"id":"a","input":{{new string('[', levels)}}{{new string(']', levels)}}}""";

        Assert.Equal(code, Lines.Read(line).Diagnostics.SingleOrDefault()?.Code);
    }

    [Fact]
    public static void OfTwentyMegabytesIsSkippedAndTheNextOneRead()
    {
        using var stream = new EndlessLine(20 * 1024 * 1024, """{"id":"b","input":1}"""u8.ToArray());
        var before = GC.GetAllocatedBytesForCurrentThread();

        var reading = CaseReader.ReadJsonLines(stream, "a.jsonl");

        Assert.Equal("a.jsonl(1): error EG1003: The line is longer than 16 MB. Split the case, or shorten its input.", Assert.Single(reading.Diagnostics).ToString());
        Assert.Equal(2, Assert.Single(reading.Cases).Place.Line);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 * 1024 * 1024);
    }

    [Fact]
    public static void OfAGigabyteTakesNoMoreMemoryThanOneOfTwentyMegabytes()
    {
        using var stream = new EndlessLine(1L << 30, []);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var reading = CaseReader.ReadJsonLines(stream, "a.jsonl");

        Assert.Equal(DiagnosticCodes.TooLarge, Assert.Single(reading.Diagnostics).Code);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 * 1024 * 1024);
    }

    [Fact]
    public static void OfExactlySixteenMegabytesIsRead()
    {
        var line = $$"""{"id":"a","input":"{{new string('x', CaseReader.LongestLine - 21)}}"}""";

        Assert.Equal(CaseReader.LongestLine, line.Length);
        Assert.Single(Lines.Read(line).Cases);
        Assert.Single(Lines.Read(line, """{"id":"b","input":1}""").Cases, c => c.Id == "b");
        Assert.Equal(DiagnosticCodes.TooLarge, Assert.Single(Lines.Read(line + " ").Diagnostics).Code);
    }

    [Fact]
    public static void ThatIsNotUtf8IsReportedWithItsColumn()
    {
        byte[] bytes = [.. """{"id":"ä"""u8, 0xE4, .. "\",\"input\":1}"u8];

        var problem = Assert.Single(Lines.ReadBytes(bytes).Diagnostics);

        Assert.Equal((DiagnosticCodes.NotUtf8, 9), (problem.Code, problem.Place.Column));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public static void OfAUtf16FileIsReportedOnceForTheFile(bool bigEndian, bool byteOrderMark)
    {
        var encoding = new UnicodeEncoding(bigEndian, byteOrderMark);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("{\"id\":\"a\"}\n{}\n")];

        var problem = Assert.Single(Lines.ReadBytes(bytes).Diagnostics);

        Assert.Equal((DiagnosticCodes.NotUtf8, 0), (problem.Code, problem.Place.Line));
    }

    [Fact]
    public static void IsShownShortAndOnOneLine()
    {
        var problem = Lines.ProblemOf($"\"status\":\"\\n{new string('x', 5000)}\"");

        Assert.True(problem.Message.Length < 200);
        Assert.DoesNotContain('\n', problem.Message);
    }

    [Fact]
    public static void NeverCrashesTheReaderWhereverItIsCut()
    {
        var whole = Encoding.UTF8.GetBytes("""{"id":"ä","input":{"x":["\ud83d\ude00",1.5e3,true]},"slices":{"a":["b",1]},"status":"retired","retired":{"reason":"r"}}""");
        for (var length = 1; length < whole.Length; length++)
        {
            Assert.NotEmpty(Lines.ReadBytes(whole[..length]).Diagnostics);
        }

        Assert.Single(Lines.ReadBytes(whole).Cases);
    }

    /// <summary>A line of so many bytes that exists nowhere, and what follows it.</summary>
    private sealed class EndlessLine(long length, byte[] then) : Stream
    {
        private readonly byte[] _tail = [(byte)'\n', .. then];
        private long _position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => _position;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var filler = (int)Math.Min(count, Math.Max(0, length - _position));
            buffer.AsSpan(offset, filler).Fill((byte)'[');
            var rest = filler > 0 ? [] : _tail.AsSpan((int)(_position - length));
            var tail = Math.Min(count, rest.Length);
            rest[..tail].CopyTo(buffer.AsSpan(offset));
            _position += filler + tail;
            return filler + tail;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
