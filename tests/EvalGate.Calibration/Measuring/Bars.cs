using EvalGate.Calibration.Rules;

namespace EvalGate.Calibration.Measuring;

/// <summary>What is demanded of the rule under test, and where it falls short.</summary>
/// <param name="rules">All rules.</param>
/// <param name="rows">What was measured.</param>
public sealed class Bars(IReadOnlyList<IRule> rules, IReadOnlyList<Row> rows)
{
    /// <summary>Largest share of wrong assurance.</summary>
    public const double WrongAssurance = 0.06;

    /// <summary>Largest lack of power beside the best valid test.</summary>
    public const double LackOfPower = 0.05;

    private readonly string _underTest = rules.Single(rule => rule.Kind == RuleKind.UnderTest).Name;

    /// <summary>Rows in which something red was not, by more than simulation error.</summary>
    public IReadOnlyList<Row> FalseBlocks => [.. Of(Question.FalseBlock, Question.FalseBlockBeside).Where(row => Own(row).AtLeast > Study.Level)];

    /// <summary>Rows in which a slice that lost the margin was called fine too often, by more than simulation error.</summary>
    public IReadOnlyList<Row> WrongAssurances => [.. Of(Question.WrongAssurance).Where(row => Own(row).AtLeast > WrongAssurance)];

    /// <summary>Rows in which a valid test notices much more.</summary>
    public IReadOnlyList<Row> LacksOfPower => [.. Of(Question.Detection).Where(row => Lack(row) > LackOfPower)];

    /// <summary>Whether every bar is kept.</summary>
    public bool AreKept => FalseBlocks.Count + WrongAssurances.Count + LacksOfPower.Count == 0;

    /// <summary>The answers of the rule under test to some questions.</summary>
    /// <param name="questions">The questions.</param>
    /// <returns>The rows, and the largest share among them.</returns>
    public (int Rows, double Largest) Summary(params Question[] questions)
    {
        Row[] asked = [.. Of(questions)];
        return (asked.Length, asked.Max(row => Own(row).Value));
    }

    /// <summary>How much more the best valid test notices.</summary>
    /// <param name="row">A row about detection.</param>
    /// <returns>The difference of shares; not above 0 when none notices more.</returns>
    public double Lack(Row row) =>
        rules.Where(rule => rule.Kind == RuleKind.ValidTest && row.Rates.ContainsKey(rule.Name)).Max(rule => row.Rates[rule.Name].Value) - Own(row).Value;

    private IEnumerable<Row> Of(params Question[] questions) => rows.Where(row => questions.Contains(row.Question));

    private Rate Own(Row row) => row.Rates[_underTest];
}
