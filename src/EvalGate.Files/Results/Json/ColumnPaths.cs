using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace EvalGate.Files;

/// <summary>The columns that are wanted of JSON objects, as a tree of keys.</summary>
internal sealed class ColumnPaths
{
    private (byte[] Key, ColumnPaths Below)[] _keys = [];
    private int[] _columns = [];
    private int _next;

    /// <summary>The columns whose value stands here; a column may be wanted twice, as group and as slice.</summary>
    public ReadOnlySpan<int> Columns => _columns;

    public bool HasKeys => _keys.Length > 0;

    /// <summary>A tree of all columns. A name with dots is a path, or a key that has the dots in it.</summary>
    public static ColumnPaths Of(ImmutableArray<ResultColumn> columns)
    {
        var root = new ColumnPaths();
        for (var i = 0; i < columns.Length; i++)
        {
            var name = columns[i].Name;
            root.Below(name).Want(i);
            if (name.Contains('.', StringComparison.Ordinal))
            {
                name.Split('.').Aggregate(root, (node, key) => node.Below(key)).Want(i);
            }
        }

        return root;
    }

    /// <summary>What is wanted below the key that a reader stands on; null for nothing.</summary>
    public ColumnPaths? Find(ref Utf8JsonReader reader)
    {
        // Rows mostly have their keys in one order, so that the key behind the last one found is tried first.
        for (var tried = 0; tried < _keys.Length; tried++)
        {
            var at = _next + tried < _keys.Length ? _next + tried : _next + tried - _keys.Length;
            if (reader.ValueTextEquals(_keys[at].Key))
            {
                _next = at + 1 < _keys.Length ? at + 1 : 0;
                return _keys[at].Below;
            }
        }

        return null;
    }

    private void Want(int column) => _columns = [.. _columns, column];

    private ColumnPaths Below(string key)
    {
        var bytes = Encoding.UTF8.GetBytes(key);
        foreach (var (known, below) in _keys)
        {
            if (known.AsSpan().SequenceEqual(bytes))
            {
                return below;
            }
        }

        var added = new ColumnPaths();
        _keys = [.. _keys, (bytes, added)];
        return added;
    }
}
