using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using EvalGate.Statistics;

namespace EvalGate.Datasets;

/// <summary>A stable part of the cases: <c>3/8</c> is the third of eight. Which case falls where depends on its id alone.</summary>
/// <param name="Index">From 1 to <paramref name="Count"/>.</param>
/// <param name="Count">At least 1.</param>
public sealed record Shard(int Index, int Count)
{
    /// <summary>Reads <c>3/8</c>.</summary>
    /// <param name="text">Two whole numbers with a slash between them.</param>
    /// <param name="shard">The shard, or null when the text is none.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out Shard? shard)
    {
        shard = null;
        var parts = text.Split('/');
        if (parts.Length != 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || index < 1 || index > count)
        {
            return false;
        }

        shard = new(index, count);
        return true;
    }

    /// <summary>Whether a case belongs to this shard.</summary>
    /// <param name="caseId">The case's id.</param>
    public bool Contains(string caseId) => (int)(HashedReplicates.Hash(HashedReplicates.Fnv1A64(caseId), 0) % (ulong)Count) == Index - 1;

    /// <summary><c>3/8</c></summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Index}/{Count}");
}
