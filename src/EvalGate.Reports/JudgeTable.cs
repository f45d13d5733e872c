using EvalGate.Gating;
using EvalGate.Judges;
using EvalGate.Statistics;

namespace EvalGate.Reports;

/// <summary>How a judge agrees with people, as a table to lay out: a line per grade that people gave, a column per grade of the judge.</summary>
/// <param name="Judge">The judge.</param>
public sealed record JudgeTable(JudgeAgreement Judge)
{
    /// <summary>What stands above the grades.</summary>
    public const string Corner = "people ↓ judge →";

    // No line of a terminal has room for more.
    private const int MostGrades = 11;
    private const int Bands = 5;

    /// <summary>The tables of those judges that graded any label.</summary>
    /// <param name="verdict">The verdict.</param>
    public static IEnumerable<JudgeTable> Of(SuiteVerdict verdict) => verdict.Judges.Where(j => j.Labels > 0).Select(j => new JudgeTable(j));

    /// <summary>What a grade is called; neighbours share a name such as <c>0–20</c> where a scale has many.</summary>
    public IReadOnlyList<string> Grades => Judge.Grades.Count <= MostGrades
        ? Judge.Grades
        : [.. Judge.Grades.Index().GroupBy(g => Band(g.Index), g => g.Item).Select(b => $"{b.First()}–{b.Last()}")];

    /// <summary>Each slice with its lines; overall first, then where people and judge agree least.</summary>
    public IEnumerable<JudgeSlice> Slices => Judge.Slices.OrderBy(s => !s.Slice.IsOverall).ThenBy(s => s.Confusion.Agreement).ThenBy(s => s.Slice)
        .Select(s => new JudgeSlice(s.Slice.ToString(), Agreed(s.Confusion), [.. Rows(s.Confusion)]));

    /// <summary>The agreement and what follows from it, in a sentence.</summary>
    public string Sentence
    {
        get
        {
            var name = $"The judge of {Phrases.Metric(Judge.Metric)}";
            if (Judge.Labels == 0)
            {
                return $"{name} informs and cannot block: {Judge.Reason}.";
            }

            var kappa = double.IsNaN(Judge.Kappa.Value) ? "kappa and alpha unknown" : $"kappa {Rounded(Judge.Kappa.Value)} (90 % interval {Rounded(Judge.Interval.Lower)} to {Rounded(Judge.Interval.Upper)}), alpha {Rounded(Judge.Alpha)}";
            var bar = $"its bar is {Model.Quantity.Text(Judge.Bar)}, on {JudgeAgreement.Least} labels or more";
            return $"{name} agrees with people on {Agreed(Judge.Confusion)} labels: {kappa}; it {(Judge.HasEarnedVote ? "may block" : "informs and cannot block")}: {bar}.";
        }
    }

    private static string Rounded(double figure) => Figures.Fixed(figure, 2);

    private static string Agreed(ConfusionTable table) =>
        $"{Figures.Fixed(Enumerable.Range(0, table.Categories).Sum(grade => table[grade, grade]), 0)} of {Figures.Fixed(table.Total, 0)}";

    private IEnumerable<JudgeRow> Rows(ConfusionTable table) =>
        from row in table.Cells.GroupBy(cell => Band(cell.First))
        let counts = row.ToLookup(cell => Band(cell.Second), cell => cell.Count)
        select new JudgeRow(row.Key, Grades[row.Key], [.. Grades.Select((_, judge) => counts[judge].Sum())]);

    private int Band(int grade) => Judge.Grades.Count <= MostGrades ? grade : grade * Bands / Judge.Grades.Count;
}

/// <summary>The lines of one slice.</summary>
/// <param name="Name">The slice.</param>
/// <param name="Agreed">On how many of its labels people and judge agree: <c>28 of 30</c>.</param>
/// <param name="Rows">A line per grade that people gave in it.</param>
public sealed record JudgeSlice(string Name, string Agreed, IReadOnlyList<JudgeRow> Rows);

/// <summary>What the judge said where people gave one grade.</summary>
/// <param name="Index">Where the grade stands among the columns.</param>
/// <param name="Grade">What it is called.</param>
/// <param name="Counts">How often the judge gave each grade.</param>
public sealed record JudgeRow(int Index, string Grade, IReadOnlyList<long> Counts);
