using EvalGate.Calibration.Rules;
using EvalGate.Calibration.Worlds;
using EvalGate.Statistics;

namespace EvalGate.Calibration.Measuring;

/// <summary>Measures rules on simulated trials; hashed, so that the same study gives the same table everywhere.</summary>
/// <param name="rules">The rules.</param>
/// <param name="effort">How much work.</param>
public sealed class Simulation(IReadOnlyList<IRule> rules, Effort effort)
{
    /// <summary>Asks every question that makes sense in a setting.</summary>
    /// <param name="scenario">The setting.</param>
    /// <returns>One row per question.</returns>
    public IReadOnlyList<Row> Run(Scenario scenario)
    {
        IRule[] able = [.. rules.Where(rule => rule.Judges(scenario.Shape))];
        var isAssured = scenario.Margin > 0;
        var hasFineSlices = Enumerable.Range(0, scenario.Layout.SliceCount).Any(scenario.Layout.IsFineBesideTheTarget);
        return
        [
            .. Ask(scenario, able, 0, isAssured ? [Question.FalseBlock, Question.Assurance] : [Question.FalseBlock]),
            .. isAssured ? Ask(scenario, able, scenario.Margin, [Question.WrongAssurance]) : [],
            .. Ask(scenario, able, scenario.Loss, hasFineSlices ? [Question.FalseBlockBeside, Question.Detection] : [Question.Detection]),
        ];
    }

    /// <summary>The worst answer over several settings.</summary>
    /// <param name="setting">The settings, in words.</param>
    /// <param name="question">The question.</param>
    /// <param name="loss">True drop in every setting.</param>
    /// <param name="scenarios">The settings, all of one shape.</param>
    /// <returns>One row.</returns>
    public Row Worst(string setting, Question question, double loss, IReadOnlyList<Scenario> scenarios)
    {
        IRule[] able = [.. rules.Where(rule => rule.Judges(scenarios[0].Shape))];
        Row[] rows = [.. scenarios.SelectMany(scenario => Ask(scenario, able, loss, [question]))];
        return new(setting, question, loss, able.ToDictionary(rule => rule.Name, rule => rows.Select(row => row.Rates[rule.Name]).MaxBy(rate => rate.Value)));
    }

    private IEnumerable<Row> Ask(Scenario scenario, IRule[] able, double loss, Question[] questions)
    {
        var draws = new Draws(HashedReplicates.Fnv1A64(scenario.Name)).Of((int)Math.Round(loss * 1e6));
        var hits = new int[effort.Trials][];
        Parallel.For(0, effort.Trials, new ParallelOptions { MaxDegreeOfParallelism = effort.Threads }, trial =>
        {
            var outcome = scenario.Draw(draws.Of(trial), loss, effort.Replicates);
            hits[trial] = [.. able.Select(rule => rule.Judge(outcome)).SelectMany(calls => questions.Select(question => Happened(question, scenario.Layout, calls) ? 1 : 0))];
        });

        return questions.Select((question, asked) => new Row(
            scenario.Name, question, loss,
            able.Index().ToDictionary(
                rule => rule.Item.Name,
                rule => new Rate((double)hits.Sum(own => own[rule.Index * questions.Length + asked]) / effort.Trials, effort.Trials))));
    }

    private static bool Happened(Question question, Layout layout, IReadOnlyList<Call> calls) => question switch
    {
        Question.FalseBlock => calls.Contains(Call.Red),
        Question.FalseBlockBeside => calls.Index().Any(call => call.Item == Call.Red && layout.IsFineBesideTheTarget(call.Index)),
        Question.Assurance or Question.WrongAssurance => calls[layout.Target] == Call.Fine,
        Question.Detection => calls[layout.Target] == Call.Red,
        _ => throw new ArgumentOutOfRangeException(nameof(question), question, "No such question."),
    };
}
