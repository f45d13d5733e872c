namespace EvalGate.Files.Tests;

public static class AppendedLine
{
    [Fact]
    public static void ThatFailsHalfWayIsTakenBackAndTheLast()
    {
        using var stream = new FullAfter(6);
        using var lines = new AppendedLines(stream, "run.jsonl");
        lines.Append("one\n"u8.ToArray());

        Assert.Equal("run.jsonl", Assert.Throws<FilesException>(() => lines.Append("two\n"u8.ToArray())).Path);
        stream.Room = 100;

        Assert.Throws<InvalidOperationException>(() => lines.Append("three\n"u8.ToArray()));
        Assert.Throws<InvalidOperationException>(() => lines.Close("end\n"u8.ToArray(), before: 1));
        Assert.Equal("one\n"u8, stream.ToArray());
        Assert.Equal(1, lines.Count);
    }

    [Fact]
    public static void IsOneWrite()
    {
        using var stream = new FullAfter(100);
        using var lines = new AppendedLines(stream, "run.jsonl");

        lines.Append("one\n"u8.ToArray());
        lines.Close("end\n"u8.ToArray(), before: 1);

        Assert.Equal(2, stream.Writes);
    }

    /// <summary>A disk that fills up in the middle of a write.</summary>
    private sealed class FullAfter(int room) : MemoryStream
    {
        public int Room { get; set; } = room;

        public int Writes { get; private set; }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Writes++;
            var fits = Math.Min(buffer.Length, Room);
            Room -= fits;
            base.Write(buffer.ToArray(), 0, fits);
            if (fits < buffer.Length)
            {
                throw new IOException("No space left on device", 28);
            }
        }
    }
}
