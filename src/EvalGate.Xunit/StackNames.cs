namespace EvalGate.Xunit;

/// <summary>The components that subjects named while they ran. One that had several values has them all, sorted: which came last is chance.</summary>
internal sealed class StackNames
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, SortedSet<string>> _values = new(StringComparer.Ordinal);

    public void Add(IReadOnlyDictionary<string, string> components)
    {
        lock (_lock)
        {
            foreach (var (name, value) in components)
            {
                if (!_values.TryGetValue(name, out var values))
                {
                    _values[name] = values = new(StringComparer.Ordinal);
                }

                values.Add(value);
            }
        }
    }

    /// <summary>The whole stack: hashed components, with those named here over them.</summary>
    public IReadOnlyDictionary<string, string> Over(IReadOnlyDictionary<string, string> hashed)
    {
        var stack = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in hashed)
        {
            stack[name] = value;
        }

        lock (_lock)
        {
            foreach (var (name, values) in _values)
            {
                stack[name] = string.Join(" | ", values);
            }
        }

        return stack;
    }
}
