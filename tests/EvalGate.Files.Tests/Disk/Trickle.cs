namespace EvalGate.Files.Tests;

/// <summary>A stream that gives a few bytes at a time.</summary>
internal sealed class Trickle(byte[] bytes, int chunk) : MemoryStream(bytes)
{
    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(chunk, count));
}
