using System.Text;

namespace EvalGate.Files;

/// <summary>Names as dense numbers, in the order they first came. Kept as UTF-8 in one buffer: a million ids are no million objects.</summary>
public sealed class NameTable
{
    private readonly List<int> _ends = [];
    private readonly List<int> _hashes = [];
    private byte[] _bytes = new byte[256];
    private int[] _slots = new int[16];

    /// <summary>How many names there are.</summary>
    public int Count => _ends.Count;

    /// <summary>A name as UTF-8.</summary>
    /// <param name="number">From 0 to <see cref="Count"/> − 1.</param>
    public ReadOnlySpan<byte> this[int number] => _bytes.AsSpan(Start(number).._ends[number]);

    /// <summary>A name as text.</summary>
    /// <param name="number">From 0 to <see cref="Count"/> − 1.</param>
    public string Text(int number) => Encoding.UTF8.GetString(this[number]);

    /// <summary>The number of a name; −1 when it is not there.</summary>
    /// <param name="name">UTF-8.</param>
    public int Find(ReadOnlySpan<byte> name) => _slots[Slot(name, Hash(name))] - 1;

    /// <summary>The number of a name, which is added when it is not there.</summary>
    /// <param name="name">UTF-8.</param>
    public int Add(ReadOnlySpan<byte> name)
    {
        var hash = Hash(name);
        var slot = Slot(name, hash);
        if (_slots[slot] != 0)
        {
            return _slots[slot] - 1;
        }

        Append(name);
        _hashes.Add(hash);
        _slots[slot] = Count;
        if (2 * Count > _slots.Length)
        {
            Spread();
        }

        return Count - 1;
    }

    // Seeded anew in every process, so that nobody can craft names that all fall into one place.
    private static int Hash(ReadOnlySpan<byte> name)
    {
        var hash = default(HashCode);
        hash.AddBytes(name);
        return hash.ToHashCode();
    }

    private int Start(int number) => number == 0 ? 0 : _ends[number - 1];

    /// <summary>The slot that holds a name, or the free one where it belongs.</summary>
    private int Slot(ReadOnlySpan<byte> name, int hash)
    {
        var mask = _slots.Length - 1;
        var slot = hash & mask;
        while (_slots[slot] != 0 && !(_hashes[_slots[slot] - 1] == hash && this[_slots[slot] - 1].SequenceEqual(name)))
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Append(ReadOnlySpan<byte> name)
    {
        var start = Start(Count);
        var end = checked(start + name.Length);
        if (end > _bytes.Length)
        {
            Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max(end, 2L * _bytes.Length)));
        }

        name.CopyTo(_bytes.AsSpan(start));
        _ends.Add(end);
    }

    private void Spread()
    {
        _slots = new int[_slots.Length * 2];
        var mask = _slots.Length - 1;
        for (var number = 0; number < _hashes.Count; number++)
        {
            var slot = _hashes[number] & mask;
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            _slots[slot] = number + 1;
        }
    }
}
