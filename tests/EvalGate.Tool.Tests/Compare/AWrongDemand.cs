namespace EvalGate.Tool.Tests;

public sealed class AWrongDemand : IDisposable
{
    private readonly Workplace _place = new();

    public AWrongDemand()
    {
        _place.Write("base.csv", "id,language,correct,score,empty\na,de,1,0.5,\nb,en,0,7,\n");
        _place.Write("new.csv", "id,language,correct,score,empty\na,de,1,0.5,\nb,en,0,7,\n");
    }

    [Theory]
    [InlineData("--max-drop 2pp", "--metric: error EG1006: say which column is compared, such as --metric correct.")]
    [InlineData("--metric correct", "--metric correct: error EG1006: nothing is demanded of 'correct', so nothing would be judged: add --max-drop correct=2pp, or leave the metric out.")]
    [InlineData("--metric score --better lower", "--metric score: error EG1006: nothing is demanded of 'score', so nothing would be judged: add --max-rise score=10%, or leave the metric out.")]
    [InlineData("--metric correct --max-drop 2", "--max-drop 2: error EG1010: the unit is missing: did you mean 2pp?")]
    [InlineData("--metric correct --max-drop 5%", "--max-drop 5%: error EG1010: a share of a share is ambiguous: did you mean 5pp?")]
    [InlineData("--metric score --max-drop 2pp", "--max-drop 2pp: error EG1010: 'pp' is no unit of 'score'; write 10% (of the baseline) or a number in the metric's unit. If it lies between 0 and 1, say --range score=0..1.")]
    [InlineData("--metric correct --max-drop 100pp", "--max-drop 100pp: error EG1009: a tolerance of '100pp' allows everything: 'correct' can change by 100pp at most.")]
    [InlineData("--metric correct --at-least 2", "--at-least 2: error EG1009: '--at-least' is '2'; 'correct' lies between 0 and 1.")]
    [InlineData("--metric correct --max-rise 2pp --max-drop 2pp", "--max-rise 2pp: error EG1008: '--max-rise' does not fit 'correct', where higher is better: use --max-drop, or say --better correct=lower.")]
    [InlineData("--metric correct --better lower --max-drop correct=2pp", "--max-drop correct=2pp: error EG1008: '--max-drop' does not fit 'correct', where lower is better: use --max-rise.")]
    [InlineData("--metric correct --max-drop corect=2pp --max-drop 2pp", "--max-drop corect=2pp: error EG1011: there is no metric 'corect'; compared are correct. Did you mean 'correct'?")]
    [InlineData("--metric correct --max-drop 2pp --max-drop 3pp", "--max-drop 3pp: error EG1007: '--max-drop' is there twice for the same metric. Keep one.")]
    [InlineData("--metric score --max-drop 10% --decide proof", "--decide proof, --max-drop 10%: error EG1008: 'decide: proof' can never pass: 'score' has no range, so \"no worse\" cannot be shown. Use evidence.")]
    [InlineData("--metric correct --max-drop 2pp --better up", "--better up: error EG1008: higher and lower are allowed.")]
    [InlineData("--metric correct --max-drop 2pp --better score=lower", "--better score=lower: error EG1011: there is no metric 'score'; compared are correct.")]
    [InlineData("--metric score --max-drop 2 --range score=5..1", "--range score=5..1: error EG1008: write a column with its least and greatest score, such as score=1..5.")]
    [InlineData("--metric score --max-drop 2 --range 1..5", "--range 1..5: error EG1008: write a column with its least and greatest score, such as score=1..5.")]
    [InlineData("--metric score --max-drop 0.1 --range score=0..5", "base.csv(3,8): error EG1105: 'score' is '7', outside its range 0..5.|new.csv(3,8): error EG1105: 'score' is '7', outside its range 0..5.")]
    [InlineData("--metric empty --max-drop 2pp", "--metric empty: error EG1102: 'empty' has no number in any of the 2 rows of BASE.|--metric empty: error EG1102: 'empty' has no number in any of the 2 rows of CANDIDATE.")]
    [InlineData("--metric correct --max-drop 2pp --slices lang", "new.csv: error EG1011: there is no column 'lang'; there are id, language, correct, score, empty.")]
    [InlineData("--metric correct --max-drop 2pp --false-alarms 5", "--false-alarms 5: error EG1008: write a share from 0.1% to 50%, such as 5%.")]
    [InlineData("--metric correct --max-drop 2pp --decide maybe", "error: Argument 'maybe' not recognized. Must be one of: 'evidence' 'estimate' 'proof'|Try: evalgate compare --help")]
    [InlineData("--metric correct --max-drop 2pp --json correct", "error: --json correct: the file must end in .json. For standard output, write --json last.|Try: evalgate compare --help")]
    [InlineData("--metric correct --max-drop 2pp --quiet", "error: Unrecognized command or argument '--quiet'.|Try: evalgate compare --help")]
    public void IsExplainedAndExitsWithThree(string arguments, string expected) =>
        _place.Run($"compare base.csv new.csv {arguments}").Exits(3).Complains(expected.Split('|'));

    [Fact]
    public void MakesTooManySlices()
    {
        var rows = string.Concat(Enumerable.Range(0, 900).Select(i => FormattableString.Invariant($"c{i},x{i},y{i % 3},1\n")));
        _place.Write("new.csv", "id,a,b,correct\n" + rows);

        _place.Run("compare new.csv new.csv --metric correct --max-drop 2pp --slices a,b,a*b").Exits(3)
            .Complains("--slices a,b,a*b: error EG1003: the columns and crosses make 3603 slices; 2000 are allowed. Use columns of fewer values, or fewer crosses.");
    }

    [Fact]
    public void NamesAFileThatIsNotThere() =>
        Assert.StartsWith("error EG3001: ", _place.Run("compare gone.csv new.csv --metric correct --max-drop 2pp").Exits(3).Error, StringComparison.Ordinal);

    public void Dispose() => _place.Dispose();
}
