using System.Text.Json;
using EvalGate.Judges;
using EvalGate.Model;
using EvalGate.Statistics;

namespace EvalGate.Reports;

/// <summary>How a judge agrees with people, in <c>verdict.json</c>; read back, its coefficients are computed again from its tables.</summary>
internal static class JudgeJson
{
    private const int MostGrades = 201;
    private const int MostLabels = 1_000_000;

    public static void Write(Utf8JsonWriter json, JudgeAgreement judge)
    {
        json.WriteStartObject();
        json.WriteString("metric", judge.Metric.Name);
        json.WriteNumber("labels", judge.Labels);
        json.WriteNumberOrNull("kappa", judge.Kappa.Value);
        json.WriteStartArray("interval");
        json.WriteNumberValue(judge.Interval.Lower);
        json.WriteNumberValue(judge.Interval.Upper);
        json.WriteEndArray();
        json.WriteNumberOrNull("alpha", judge.Alpha);
        json.WriteNumber("bar", judge.Bar);
        json.WriteBoolean("has_vote", judge.HasEarnedVote);
        JsonReport.WriteIds(json, "grades", judge.Grades);
        json.WriteStartArray("confusion");
        foreach (var slice in judge.Slices)
        {
            WriteSlice(json, judge.Grades, slice);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <exception cref="FormatException">It is not what <see cref="Write"/> writes.</exception>
    public static JudgeAgreement Read(JsonElement judge, Metric metric)
    {
        var grades = judge.Texts("grades");
        if (grades.Count is 0 or > MostGrades || judge.Integer("labels") > MostLabels)
        {
            throw new FormatException("there are no grades, or too many, or too many labels");
        }

        var slices = judge.List("confusion", s => new SliceConfusion(s.Slice(), Table(s.List("cells", c => Cell(c, grades)), grades.Count)));
        return slices is [{ Slice.IsOverall: true, Confusion: var all }, ..] && all.Total == judge.Integer("labels") && slices.All(s => s.Confusion.Total <= all.Total)
            ? new(metric, judge.GetProperty("bar").GetDecimal(), grades, slices)
            : throw new FormatException("'labels' are not those of 'confusion'");
    }

    private static (int Human, int Judge, int Count) Cell(JsonElement cell, IReadOnlyList<string> grades)
    {
        int Index(string name) => Enumerable.Range(0, grades.Count).First(i => grades[i] == cell.Text(name));
        return (Index("people"), Index("judge"), cell.Integer("n"));
    }

    private static ConfusionTable Table(IReadOnlyList<(int Human, int Judge, int Count)> cells, int grades) => cells.Sum(c => (long)c.Count) <= MostLabels
        ? ConfusionTable.Of(cells.SelectMany(c => Enumerable.Repeat((c.Human, c.Judge), c.Count)), grades)
        : throw new FormatException("there are too many labels");

    private static void WriteSlice(Utf8JsonWriter json, IReadOnlyList<string> grades, SliceConfusion slice)
    {
        json.WriteStartObject();
        ComparisonJson.WriteSlice(json, slice.Slice);
        json.WriteStartArray("cells");
        foreach (var (human, judge, count) in slice.Confusion.Cells)
        {
            json.WriteStartObject();
            json.WriteString("people", grades[human]);
            json.WriteString("judge", grades[judge]);
            json.WriteNumber("n", count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
