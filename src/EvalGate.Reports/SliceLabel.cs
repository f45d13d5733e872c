using EvalGate.Slicing;

namespace EvalGate.Reports;

/// <summary>The first cell of a slice's row.</summary>
internal static class SliceLabel
{
    /// <summary>The slice with its attributes; by its values alone where no more fits.</summary>
    /// <param name="slice">The slice.</param>
    /// <param name="room">Columns that the cell has.</param>
    /// <param name="note">What stands behind it.</param>
    public static string Of(Slice slice, int room, string note = "")
    {
        var whole = "  " + CleanText.Of((slice.IsOverall ? "overall" : string.Join(" × ", slice.Pairs)) + note);
        return slice.IsOverall || Columns.Of(whole) <= room ? whole : "  " + CleanText.Of(string.Join(" × ", slice.Pairs.Select(p => p.Value)) + note);
    }
}
