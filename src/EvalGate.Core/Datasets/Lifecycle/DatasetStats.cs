using EvalGate.Model;
using EvalGate.Slicing;

namespace EvalGate.Datasets;

/// <summary>An eval set in numbers.</summary>
public sealed record DatasetStats
{
    private DatasetStats() { }

    /// <summary>The suite.</summary>
    public required string Suite { get; init; }

    /// <summary>Cases that run.</summary>
    public required int Active { get; init; }

    /// <summary>Cases kept for history.</summary>
    public required int Retired { get; init; }

    /// <summary>Active cases that are quarantined.</summary>
    public required int Quarantined { get; init; }

    /// <summary>Active cases, those of one group counted once.</summary>
    public required int Independent { get; init; }

    /// <summary>Active cases with a review date.</summary>
    public required int Reviewed { get; init; }

    /// <summary>Half of the reviews are no older; 0 without any.</summary>
    public required int MedianDaysSinceReview { get; init; }

    /// <summary>Active cases by the part of their source before <c>#</c>.</summary>
    public required IReadOnlyList<KeyValuePair<string, int>> Sources { get; init; }

    /// <summary>Active cases by slice.</summary>
    public required IReadOnlyList<KeyValuePair<Slice, int>> Slices { get; init; }

    /// <summary>Counts an eval set.</summary>
    /// <param name="suite">Says which slices there are.</param>
    /// <param name="cases">All its cases.</param>
    /// <param name="today">From which reviews are counted back.</param>
    public static DatasetStats Of(Suite suite, IReadOnlyList<Case> cases, DateOnly today)
    {
        var slicer = new CaseSlicer(suite);
        Case[] active = [.. cases.Where(c => c.Status == CaseStatus.Active)];
        int[] ages = [.. active.Select(c => c.Reviewed).OfType<DateOnly>().Select(d => today.DayNumber - d.DayNumber).Order()];
        return new()
        {
            Suite = suite.Name,
            Active = active.Length,
            Retired = cases.Count - active.Length,
            Quarantined = active.Count(c => c.Quarantine is not null),
            Independent = active.Count(c => c.Group is null) + active.Select(c => c.Group).OfType<string>().Distinct(StringComparer.Ordinal).Count(),
            Reviewed = ages.Length,
            MedianDaysSinceReview = ages.Length == 0 ? 0 : ages[(ages.Length - 1) / 2],
            Sources = [.. active.CountBy(c => c.Source?.Split('#')[0] ?? "(none)", StringComparer.Ordinal).OrderBy(s => s.Key, StringComparer.Ordinal)],
            Slices = [.. active.SelectMany(c => slicer.Of(c).Slices).CountBy(s => s).OrderBy(s => s.Key)],
        };
    }
}
