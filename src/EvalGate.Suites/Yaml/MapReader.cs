using System.Globalization;
using EvalGate.Model;

namespace EvalGate.Suites.Yaml;

/// <summary>Reads a map key by key, and reports the keys that nobody asked for.</summary>
/// <param name="map">The map.</param>
/// <param name="problems">Where problems go.</param>
/// <param name="what">What the map describes, for messages: <c>suite</c>, <c>metric 'correct'</c>.</param>
internal sealed class MapReader(Map map, Problems problems, string what)
{
    private readonly List<string> _asked = [];
    private readonly HashSet<string> _later = new(StringComparer.Ordinal);

    public Problems Problems => problems;

    public Map Map => map;

    /// <summary>Reads a node as a map; null and a problem when it is something else.</summary>
    public static MapReader? Of(Node node, Problems problems, string what)
    {
        if (node is Map map)
        {
            return new(map, problems, what);
        }

        problems.Add(DiagnosticCodes.WrongValue, node, $"{what} must be a map (key: value), found {node.Kind}.");
        return null;
    }

    /// <summary>The value of a key, or null when it is not there.</summary>
    public Node? Optional(string key)
    {
        _asked.Add(key);
        return map.Entries.FirstOrDefault(e => e.Key.Text == key).Value;
    }

    /// <summary>The value of a key; a problem when it is not there.</summary>
    public Node? Required(string key)
    {
        var value = Optional(key);
        if (value is null)
        {
            problems.Add(DiagnosticCodes.MissingKey, map, $"{what} needs '{key}:'.");
        }

        return value;
    }

    public Scalar? OptionalScalar(string key) => AsScalar(Optional(key), key);

    public Scalar? RequiredScalar(string key) => AsScalar(Required(key), key);

    /// <summary>A whole number in a range, or the default.</summary>
    public int Integer(string key, int @default, int least, int most)
    {
        if (OptionalScalar(key) is not { } scalar)
        {
            return @default;
        }

        if (!int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            problems.Add(DiagnosticCodes.WrongValue, scalar, $"'{key}' is {scalar.Kind}; a whole number from {least} to {most} is needed.");
            return @default;
        }

        if (number < least || number > most)
        {
            problems.Add(DiagnosticCodes.OutOfRange, scalar, $"'{key}' is {number}; {least} to {most} is allowed.");
            return @default;
        }

        return number;
    }

    /// <summary>One of a few words, or the default.</summary>
    public T Word<T>(string key, T @default, params (string Word, T Value)[] allowed)
    {
        if (OptionalScalar(key) is not { } scalar)
        {
            return @default;
        }

        foreach (var (word, value) in allowed)
        {
            if (word == scalar.Text)
            {
                return value;
            }
        }

        var words = allowed.Select(a => a.Word).ToArray();
        problems.Add(DiagnosticCodes.WrongValue, scalar, $"'{key}' is {scalar.Kind}; {string.Join(", ", words)} are allowed.{Nearest.Hint(scalar.Text, words)}");
        return @default;
    }

    /// <summary>One text or a list of texts; empty and a problem when it is something else.</summary>
    public IReadOnlyList<Scalar> Texts(string key)
    {
        switch (Optional(key))
        {
            case null:
                return [];
            case Scalar { IsNull: false } one:
                return [one];
            case Sequence { Items.Count: > 0 } list:
                return [.. list.Items.Select(i => AsScalar(i, key)).OfType<Scalar>()];
            case var other:
                problems.Add(DiagnosticCodes.WrongValue, other, $"'{ShownText.Of(key)}' must be a text or a list of texts, found {other.Kind}.");
                return [];
        }
    }

    /// <summary>Names keys that exist only in a later version: they are errors that say so, never ignored.</summary>
    public MapReader Later(params string[] keys)
    {
        _later.UnionWith(keys);
        return this;
    }

    /// <summary>Reports every key that was not asked for.</summary>
    public void Finish()
    {
        foreach (var (key, _) in map.Entries.Where(e => !_asked.Contains(e.Key.Text, StringComparer.Ordinal)))
        {
            if (_later.Contains(key.Text))
            {
                problems.Add(DiagnosticCodes.NotSupportedYet, key, $"'{key.Text}' is not supported in this version. Remove it, or update EvalGate.");
            }
            else
            {
                var known = _asked.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
                problems.Add(DiagnosticCodes.UnknownKey, key, $"{what} has no key '{ShownText.Of(key.Text)}'; there are {string.Join(", ", known)}.{Nearest.Hint(key.Text, known)}");
            }
        }
    }

    private Scalar? AsScalar(Node? node, string key)
    {
        if (node is null or Scalar { IsNull: false })
        {
            return (Scalar?)node;
        }

        problems.Add(DiagnosticCodes.WrongValue, node, $"'{ShownText.Of(key)}' must be a text or a number, found {node.Kind}.");
        return null;
    }
}
