using System.Globalization;
using System.Text;
using EvalGate.Calibration.Rules;

namespace EvalGate.Calibration.Measuring;

/// <summary>The table as Markdown.</summary>
/// <param name="rules">The columns.</param>
/// <param name="rows">The lines.</param>
/// <param name="effort">How the simulated ones were made.</param>
public sealed class Report(IReadOnlyList<IRule> rules, IReadOnlyList<Row> rows, Effort effort)
{
    private readonly Bars _bars = new(rules, rows);

    /// <inheritdoc />
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(Introduction()).Append(Verdict()).Append(Table());
        return text.ToString();
    }

    private string Introduction() => string.Create(CultureInfo.InvariantCulture, $"""
        # Calibration

        How often rules block by mistake, assure by mistake and notice what is broken. Written by
        `dotnet run --project tests/EvalGate.Calibration -c Release -- src/EvalGate.Statistics/CALIBRATION.md`; do not edit.

        - Slices under a name such as "4 × 3" are overall, the values of two attributes and all their combinations. Where one slice is broken it is the first
          value of the first attribute, a quarter of the cases.
        - "Nothing changed" means exchangeable: both arms draw from the same distribution, however skewed.
        - EvalGate, maxT, Holm and Tarone–Holm block on an adjusted p of 5 % and a drop of more than the tolerated 5 points. maxT, Holm and Tarone–Holm keep
          their level by construction and are here to compare power. The others are what tools do, slice by slice.
        - "… by Hall's t" is EvalGate with Hall's skewness-corrected t (and the cluster-robust mean) as they are: its "fine" sees no loss that the sample does
          not hold. EvalGate anticipates one more case (group), lost entirely.
        - A rule with two answers says "fine" whenever it is not red. EvalGate and Wald have a third answer; theirs is "fine" only where they claim it.
        - Rows marked * are enumerated exactly. The others are {effort.Trials:N0} hashed simulations each with {effort.Replicates:N0} replicates: at 5 %
          they are within {2.576 * Math.Sqrt(0.05 * 0.95 / effort.Trials) * 100:0.0} points, 99 times of 100.


        """);

    private string Verdict()
    {
        var text = new StringBuilder("| Bar | Rows | Worst | Broken |\n|--|--|--|--|\n");
        void Add(string bar, (int Rows, double Largest) summary, IReadOnlyList<Row> broken) =>
            text.Append(CultureInfo.InvariantCulture, $"| {bar} | {summary.Rows} | {Percent(summary.Largest)} | {(broken.Count == 0 ? "nowhere" : string.Join("; ", broken.Select(row => row.Setting)))} |\n");
        Add("false block at most 5 %", _bars.Summary(Question.FalseBlock, Question.FalseBlockBeside), _bars.FalseBlocks);
        Add("wrong assurance at most 6 %", _bars.Summary(Question.WrongAssurance), _bars.WrongAssurances);
        var detection = rows.Where(row => row.Question == Question.Detection).ToArray();
        Add("power at most 5 points below the best valid test", (detection.Length, detection.Max(_bars.Lack)), _bars.LacksOfPower);
        return text.Append('\n').ToString();
    }

    private string Table()
    {
        var text = new StringBuilder("| Setting | Asked |");
        text.AppendJoin("", rules.Select(rule => $" {rule.Name} |")).Append("\n|--|--|").AppendJoin("", rules.Select(_ => "--|")).Append('\n');
        string? last = null;
        foreach (var row in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {(row.Setting == last ? "" : row.Setting)} | {Words(row)} |");
            text.AppendJoin("", rules.Select(rule => $" {Cell(row, rule)} |")).Append('\n');
            last = row.Setting;
        }

        return text.ToString();
    }

    private static string Words(Row row)
    {
        var points = string.Create(CultureInfo.InvariantCulture, $"{100 * row.Loss:0.#} pp");
        var exact = row.Rates.Values.All(rate => rate.Trials == 0) ? " *" : "";
        return row.Question switch
        {
            Question.FalseBlock => "red though nothing changed",
            Question.Assurance => "\"fine\" where nothing changed",
            Question.FalseBlockBeside => $"red beside a slice that lost {points}",
            Question.WrongAssurance => $"\"fine\" though {points} were lost",
            _ => $"red where {points} were lost",
        } + exact;
    }

    private static string Cell(Row row, IRule rule) =>
        !row.Rates.TryGetValue(rule.Name, out var rate) || (row.Question is Question.Assurance or Question.WrongAssurance && rule.Kind == RuleKind.ValidTest) ? "–" : Percent(rate.Value);

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0} %");
}
