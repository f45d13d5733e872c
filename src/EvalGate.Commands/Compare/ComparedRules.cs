using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Commands;

/// <summary>The demands of a comparison, held against its metrics.</summary>
/// <param name="Rules">One per demand and metric, by metric.</param>
/// <param name="Problems">Demands that fit no metric, and metrics of which nothing is demanded.</param>
internal sealed record ComparedRules(IReadOnlyList<Rule> Rules, IReadOnlyList<Diagnostic> Problems)
{
    public static ComparedRules Of(CompareRequest request, IReadOnlyList<Metric> metrics)
    {
        var rules = new List<Rule>();
        var problems = new List<Diagnostic>();
        problems.AddRange(request.Bounds.Where(b => b.Metric is not null && metrics.All(m => m.Name != b.Metric)).Select(b => Unknown(b, metrics)));
        problems.AddRange(request.Bounds.GroupBy(b => (b.Key, b.Metric)).SelectMany(g => g.Skip(1)).Select(Twice));
        problems.AddRange(request.Bounds.Where(b => b.Metric is null && metrics.All(m => BoundText.Fitting(b.Key, m) != b.Key)).Select(b => Unfitting(b, metrics[0])));
        foreach (var metric in metrics)
        {
            var own = BoundsOf(metric, request.Bounds).ToArray();
            problems.AddRange(own.Length == 0 ? [Undemanded(metric)] : []);
            foreach (var bound in own)
            {
                Read(bound, metric, request.Decide, rules, problems);
            }
        }

        return new(rules, problems);
    }

    /// <summary>The bounds that name a metric, and those for all metrics that nothing more special replaces.</summary>
    private static IEnumerable<ComparedBound> BoundsOf(Metric metric, IReadOnlyList<ComparedBound> bounds) => bounds.Where(b => b.Metric is null
        ? BoundText.Fitting(b.Key, metric) == b.Key && !bounds.Any(o => o.Key == b.Key && o.Metric == metric.Name)
        : b.Metric == metric.Name);

    private static void Read(ComparedBound bound, Metric metric, Decision decide, List<Rule> rules, List<Diagnostic> problems)
    {
        if (BoundText.Fitting(bound.Key, metric) != bound.Key)
        {
            problems.Add(Unfitting(bound, metric));
            return;
        }

        var (read, code, problem) = BoundOf(bound, metric);
        if (read is null)
        {
            problems.Add(Error(code, problem, bound));
        }
        else if (decide == Decision.Proof && BoundText.WhyNeverProven(read, metric) is { } reason)
        {
            problems.Add(new(DiagnosticCodes.WrongValue, Severity.Error, reason, new($"--decide proof, {bound.Option}", 0, 0)));
        }
        else
        {
            rules.Add(new() { Metric = metric.Name, Bound = read, Scope = BoundText.UsualScope(read, metric), Decide = decide, Place = new(bound.Option, 0, 0) });
        }
    }

    private static TextReading<Bound> BoundOf(ComparedBound bound, Metric metric)
    {
        if (!BoundText.IsChange(bound.Key))
        {
            var level = BoundText.Level(ComparedBound.Switch(bound.Key), bound.Text, metric);
            return new(level.Value, level.Code, level.Problem);
        }

        var tolerance = BoundText.Tolerance(bound.Text, metric);
        return tolerance.Value is { } overall
            ? new(BoundText.WithUsualSlices(overall, metric))
            : new(null, tolerance.Code, tolerance.Problem + RangeHint(bound, metric));
    }

    /// <summary>Percentage points of a column without a range: what is missing is mostly the range.</summary>
    private static string RangeHint(ComparedBound bound, Metric metric) =>
        metric.Range is null && bound.Text.EndsWith("pp", StringComparison.Ordinal) ? $" If it lies between 0 and 1, say --range {metric.Name}=0..1." : "";

    private static Diagnostic Unknown(ComparedBound bound, IReadOnlyList<Metric> metrics)
    {
        var names = metrics.Select(m => m.Name).ToArray();
        return Error(DiagnosticCodes.UnknownName, $"there is no metric '{bound.Metric}'; compared are {string.Join(", ", names)}.{Nearest.Hint(bound.Metric!, names)}", bound);
    }

    private static Diagnostic Twice(ComparedBound bound) => Error(DiagnosticCodes.Duplicate, $"'{ComparedBound.Switch(bound.Key)}' is there twice for the same metric. Keep one.", bound);

    private static Diagnostic Unfitting(ComparedBound bound, Metric metric) => Error(
        DiagnosticCodes.WrongValue,
        $"'{ComparedBound.Switch(bound.Key)}' does not fit '{metric.Name}', where {(metric.Better == Direction.Higher ? "higher" : "lower")} is better: use {ComparedBound.Switch(BoundText.Fitting(bound.Key, metric))}"
            + $"{(metric.Better == Direction.Higher ? $", or say --better {metric.Name}=lower" : "")}.",
        bound);

    private static Diagnostic Undemanded(Metric metric)
    {
        var example = (metric.Better, metric.IsShare) switch
        {
            (Direction.Higher, true) => "--max-drop {0}=2pp",
            (Direction.Higher, _) => "--max-drop {0}=10%",
            (_, true) => "--max-rise {0}=2pp",
            _ => "--max-rise {0}=10%",
        };
        return new(
            DiagnosticCodes.MissingKey,
            Severity.Error,
            $"nothing is demanded of '{metric.Name}', so nothing would be judged: add {example.Replace("{0}", metric.Name, StringComparison.Ordinal)}, or leave the metric out.",
            metric.Place);
    }

    private static Diagnostic Error(string code, string message, ComparedBound bound) => new(code, Severity.Error, message, new(bound.Option, 0, 0));
}
