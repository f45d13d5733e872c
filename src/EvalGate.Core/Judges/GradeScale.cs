using EvalGate.Model;

namespace EvalGate.Judges;

/// <summary>The grades that a judge and people may give, from the least; passed or not, where the metric has a mark.</summary>
internal sealed class GradeScale
{
    private readonly Func<double, int> _index;

    private GradeScale(IReadOnlyList<string> grades, Func<double, int> index) => (Grades, _index) = (grades, index);

    /// <summary>What each grade is called.</summary>
    public IReadOnlyList<string> Grades { get; }

    public static GradeScale Of(Metric metric) => metric.Pass is { } mark ? new(["fail", "pass"], grade => mark.Passes(grade) ? 1 : 0) : Of(metric.Range!, metric.Judge!.StepsPerUnit);

    /// <summary>Where a grade stands among them.</summary>
    public int IndexOf(double grade) => _index(grade);

    private static GradeScale Of(ValueRange range, int steps)
    {
        var last = (int)(range.Width * steps);
        string[] grades = [.. Enumerable.Range(0, last + 1).Select(i => Quantity.Text(range.Minimum + ((decimal)i / steps)))];
        return new(grades, grade => Math.Clamp((int)Math.Round((grade - (double)range.Minimum) * steps), 0, last));
    }
}
