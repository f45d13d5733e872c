using System.Diagnostics.CodeAnalysis;

namespace EvalGate.Slicing;

/// <summary>One attribute = value pair of a slice.</summary>
/// <param name="Attribute">The attribute's name.</param>
/// <param name="Value">The value, or <see cref="Slice.None"/> for cases that have none.</param>
public readonly record struct SlicePair(string Attribute, string Value)
{
    /// <summary><c>language=de</c></summary>
    public override string ToString() => $"{Attribute}={Value}";
}

/// <summary>A set of cases, named by the attribute = value pairs they share. <see cref="Overall"/> is the empty set of pairs.</summary>
/// <remarks>Two slices are equal when they have the same pairs, in whatever order they were given.</remarks>
public sealed class Slice : IEquatable<Slice>, IComparable<Slice>
{
    private readonly int _hash;

    /// <summary>The value of an attribute that a case does not have.</summary>
    public const string None = "(none)";

    /// <summary>Creates a slice.</summary>
    /// <param name="pairs">At most one pair per attribute; sorted by attribute here.</param>
    public Slice(IEnumerable<SlicePair> pairs)
    {
        Pairs = [.. pairs.OrderBy(p => p.Attribute, StringComparer.Ordinal)];
        Key = string.Join('\u001f', Pairs.Select(p => $"{p.Attribute}\u001e{p.Value}"));
        _hash = string.GetHashCode(Key, StringComparison.Ordinal);
    }

    /// <summary>All cases.</summary>
    public static Slice Overall { get; } = new([]);

    /// <summary>The pairs, by attribute.</summary>
    public IReadOnlyList<SlicePair> Pairs { get; }

    /// <summary>The pairs as one text that no other pairs have.</summary>
    internal string Key { get; }

    /// <summary>True for the slice of all cases.</summary>
    public bool IsOverall => Pairs.Count == 0;

    /// <summary>True when a pair says that cases lack the attribute.</summary>
    public bool HasNone => Pairs.Any(p => p.Value == None);

    /// <summary><c>category=refund, language=de</c>, or <c>overall</c>.</summary>
    public override string ToString() => IsOverall ? "overall" : string.Join(", ", Pairs);

    /// <inheritdoc/>
    public bool Equals([NotNullWhen(true)] Slice? other) => other is not null && (ReferenceEquals(this, other) || string.Equals(Key, other.Key, StringComparison.Ordinal));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Slice);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    /// <summary>Overall first, then fewer pairs, then by attribute and value.</summary>
    /// <param name="other">Another slice.</param>
    public int CompareTo(Slice? other)
    {
        var byCount = Pairs.Count.CompareTo(other?.Pairs.Count ?? -1);
        return byCount != 0 ? byCount : string.CompareOrdinal(Key, other!.Key);
    }

    /// <summary>Equality by pairs.</summary>
    public static bool operator ==(Slice? left, Slice? right) => left?.Equals(right) ?? right is null;

    /// <summary>Inequality by pairs.</summary>
    public static bool operator !=(Slice? left, Slice? right) => !(left == right);

    /// <summary>Order of <see cref="CompareTo"/>.</summary>
    public static bool operator <(Slice left, Slice right) => left.CompareTo(right) < 0;

    /// <summary>Order of <see cref="CompareTo"/>.</summary>
    public static bool operator >(Slice left, Slice right) => left.CompareTo(right) > 0;

    /// <summary>Order of <see cref="CompareTo"/>.</summary>
    public static bool operator <=(Slice left, Slice right) => left.CompareTo(right) <= 0;

    /// <summary>Order of <see cref="CompareTo"/>.</summary>
    public static bool operator >=(Slice left, Slice right) => left.CompareTo(right) >= 0;
}
