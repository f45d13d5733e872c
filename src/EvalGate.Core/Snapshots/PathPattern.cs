using EvalGate.Model;

namespace EvalGate.Snapshots;

/// <summary>A path of a suite held against places in an output: it covers everything below, and need not name the steps through lists.</summary>
internal static class PathPattern
{
    /// <summary>Whether a place is the path's, or below it.</summary>
    public static bool Covers(JsonPath pattern, OutputPlace place) => Rest(pattern, place) is not null;

    /// <summary>Whether a place is exactly the path's.</summary>
    public static bool Is(JsonPath pattern, OutputPlace place) => Rest(pattern, place)?.All(s => s.IsIndex) == true;

    /// <summary>The longest of the paths that cover a place.</summary>
    public static SnapshotField? Longest(IEnumerable<SnapshotField> fields, OutputPlace place) =>
        fields.Where(f => Covers(f.Path, place)).MaxBy(f => f.Path.Steps.Count);

    private static IEnumerable<OutputStep>? Rest(JsonPath pattern, OutputPlace place)
    {
        var at = 0;
        foreach (var step in pattern.Steps)
        {
            while (at < place.Steps.Count && place.Steps[at].IsIndex && place.Steps[at].Name != step)
            {
                at++;
            }

            if (at == place.Steps.Count || place.Steps[at].Name != step)
            {
                return null;
            }

            at++;
        }

        return place.Steps.Skip(at);
    }
}
