using EvalGate.Calibration.Rules;
using EvalGate.Calibration.Trials;
using MathNet.Numerics;

namespace EvalGate.Calibration.Measuring;

/// <summary>Measures rules on one pass/fail slice exactly, over every table of gains and losses.</summary>
/// <remarks>Cases on which both arms agree are taken as passed, and as many as they are; only overlapping intervals depend on it.</remarks>
/// <param name="rules">The rules; those that need a level are left out.</param>
/// <param name="cases">Cases in the slice.</param>
/// <param name="margin">Tolerated drop.</param>
/// <param name="replicates">Hashed replicates of step-downs.</param>
public sealed class Enumeration(IReadOnlyList<IRule> rules, int cases, double margin, int replicates)
{
    // Tables rarer than this are left out; together they weigh less than one in a million.
    private const double Negligible = 1e-11;

    private readonly TrialShape _shape = new(true, false, false, margin, double.NaN);

    private readonly IRule[] _rules = [.. rules.Where(rule => rule.Judges(new(true, false, false, margin, double.NaN)))];

    private readonly Dictionary<(int Gains, int Losses), Call[]> _calls = [];

    /// <summary>The worst answer over several worlds.</summary>
    /// <param name="setting">The worlds, in words.</param>
    /// <param name="question">The question.</param>
    /// <param name="loss">True drop in every world.</param>
    /// <param name="gainRates">Chance of a gain in each world; a loss has this chance and the drop.</param>
    /// <returns>One row.</returns>
    public Row Worst(string setting, Question question, double loss, IReadOnlyList<double> gainRates)
    {
        var expected = question is Question.Assurance or Question.WrongAssurance ? Call.Fine : Call.Red;
        double[][] chances = [.. gainRates.Select(rate => Chances(rate, rate + loss, expected))];
        return new(
            setting, question, loss,
            _rules.Index().ToDictionary(rule => rule.Item.Name, rule => new Rate(Math.Min(1, chances.Max(world => world[rule.Index])), 0)));
    }

    private double[] Chances(double gainRate, double lossRate, Call expected)
    {
        var chances = new double[_rules.Length];
        for (var gains = 0; gains <= cases; gains++)
        {
            for (var losses = 0; losses <= cases - gains; losses++)
            {
                var chance = Chance(gains, gainRate, losses, lossRate);
                if (chance < Negligible)
                    continue;
                var calls = CallsOf(gains, losses);
                for (var rule = 0; rule < chances.Length; rule++)
                    chances[rule] += calls[rule] == expected ? chance : 0;
            }
        }

        return chances;
    }

    private double Chance(int gains, double gainRate, int losses, double lossRate)
    {
        var same = cases - gains - losses;
        static double Term(int count, double rate) => count == 0 ? 0 : count * Math.Log(rate) - SpecialFunctions.FactorialLn(count);
        return Math.Exp(SpecialFunctions.FactorialLn(cases) + Term(gains, gainRate) + Term(losses, lossRate) + Term(same, 1 - gainRate - lossRate));
    }

    private Call[] CallsOf(int gains, int losses)
    {
        if (!_calls.TryGetValue((gains, losses), out var calls))
        {
            var trial = Table(gains, losses);
            _calls.Add((gains, losses), calls = [.. _rules.Select(rule => rule.Judge(trial)[0])]);
        }

        return calls;
    }

    private Trial Table(int gains, int losses)
    {
        TrialCase CaseOf(int id) => new(id, id, [0], [id < gains ? 0 : 1], [id < gains || id >= gains + losses ? 1 : 0]);
        return new(_shape, 1, 1, [.. Enumerable.Range(0, cases).Select(CaseOf)], replicates);
    }
}
