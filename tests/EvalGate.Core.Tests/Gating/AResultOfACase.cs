using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Core.Tests.Gating;

public static class AResultOfACase
{
    private static readonly Trial Usual = new Trial { Repetitions = 2 }.With("de", [1, 0], [1, 1]).With("en", [1, 1], [0, 0]);

    [Fact]
    public static void IsTheMeanOfItsRepetitionsOnBothSides()
    {
        var results = Results(Usual);

        Assert.Equal([new CaseScore(0.5, 1), new CaseScore(1, 0)], results.Select(r => r.Scores.Single()));
        Assert.Equal(["overall", "language=de"], results[0].Slices.Select(s => s.ToString()));
        Assert.All(results, r => Assert.Equal([1, 2], r.Records.Select(x => x.Repetition)));
    }

    [Fact]
    public static void HasNoPastWhenItsContentChanged()
    {
        var changed = Usual.AllCases.Select(c => c with { Hash = "other" });

        Assert.All(CaseResult.Of(Usual.Suite, changed, Usual.Run, Usual.Baseline), r => Assert.Null(r.Scores.Single().Baseline));
        Assert.All(CaseResult.Of(Usual.Suite, Usual.AllCases, Usual.Run, null), r => Assert.Null(r.Scores.Single().Baseline));
    }

    [Fact]
    public static void IsTheWorstWhenItsSubjectBrokeDown()
    {
        var broken = Usual.But("de-000", c => c with { Records = [.. c.Records.Select(r => r with { Scores = new Dictionary<string, double?>(), Errors = [new(ErrorKind.Timeout, "late")] })] });

        Assert.Equal(new CaseScore(0.5, 0), Results(broken)[0].Scores.Single());
    }

    [Fact]
    public static void IsNotThereForARetiredCase()
    {
        var retired = Usual.But("de-000", c => c with { Case = c.Case with { Status = CaseStatus.Retired } });

        Assert.Equal(["en-001"], Results(retired).Select(r => r.Case.Id));
    }

    private static CaseResult[] Results(Trial trial) => [.. CaseResult.Of(trial.Suite, trial.AllCases, trial.Run, trial.Baseline)];
}
