using System.Buffers;

namespace EvalGate.Shadow;

/// <summary>Memory for a JSON text that may not grow beyond a size.</summary>
/// <param name="size">The size in bytes.</param>
internal sealed class CappedBuffer(int size) : IBufferWriter<byte>
{
    // JSON writers ask for the worst case of escaping, up to six bytes a character, before they know what they need.
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public ReadOnlyMemory<byte> Written => _bytes.WrittenMemory;

    public void Advance(int count)
    {
        _bytes.Advance(count);
        Check(_bytes.WrittenCount);
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Check(sizeHint / 6L);
        return _bytes.GetMemory(sizeHint);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    private void Check(long bytes)
    {
        if (bytes > size)
        {
            throw new TooLargeException();
        }
    }
}
