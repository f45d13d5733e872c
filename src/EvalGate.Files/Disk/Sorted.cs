namespace EvalGate.Files;

/// <summary>The order of what is written: ordinal, whatever the culture.</summary>
internal static class Sorted
{
    public static SortedDictionary<string, T> ByKey<T>(IEnumerable<KeyValuePair<string, T>> values) =>
        new(values.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
}
