namespace EvalGate.Files;

/// <summary>The order of what is written: ordinal, whatever the culture.</summary>
internal static class Sorted
{
    public static OrderedDictionary<string, T> ByKey<T>(IEnumerable<KeyValuePair<string, T>> values) =>
        new(values.OrderBy(v => v.Key, StringComparer.Ordinal), StringComparer.Ordinal);
}
