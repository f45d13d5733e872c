using System.Globalization;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Statistics;

namespace EvalGate.Warehouse;

/// <summary>The SQL that counts the numbers of one metric in logarithmic bins: plain GROUP BYs again, which merge where the sketches of engines do not.</summary>
/// <param name="map">What the rows mean.</param>
/// <param name="number">The metric's place in the map.</param>
internal sealed class HistogramQuery(PairMap map, int number)
{
    /// <summary>The natural logarithm of <see cref="LogHistogram.Growth"/>.</summary>
    private const string LogOfGrowth = "0.01980262729617973";

    /// <summary>The text: the number of the slice column (−1 for all rows), its value, the arm, the bin, and how many.</summary>
    /// <param name="rows">The FROM item of <see cref="PairRows"/>.</param>
    public string Text(string rows) => string.Join("\nunion all\n", Enumerable.Range(-1, map.Slices.Count + 1).SelectMany(slice => new[] { Plain(slice, "a", rows), Plain(slice, "b", rows) }));

    private string Plain(int slice, string arm, string rows)
    {
        var column = string.Create(CultureInfo.InvariantCulture, $"{SqlName.Own}{arm}{number}");
        var value = slice < 0 ? "''" : string.Create(CultureInfo.InvariantCulture, $"{SqlName.Own}s{slice}");
        return string.Create(CultureInfo.InvariantCulture, $"""
            select {slice} as set_no, {(slice < 0 ? "''" : "slice_value")} as value, '{arm}' as arm, cast(bin as varchar) as bin, cast(count(*) as varchar) as seen
            from (
              select {value} as slice_value,
                case when {column} > 0 then cast(floor(ln(case when {column} > 0 then {column} else 1 end) / {LogOfGrowth}) as bigint) else {LogHistogram.Zero} end as bin
              from {rows}
              where {Sound("a")} and {Sound("b")}
            ) as binned
            group by {(slice < 0 ? "" : "slice_value, ")}bin
            """);
    }

    private string Sound(string arm) => string.Create(CultureInfo.InvariantCulture, $"{SqlName.Own}{arm}{number} between 0 and {Quantity.Text(map.Metrics[number].Sound.Maximum)}");
}
