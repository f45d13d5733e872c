namespace EvalGate.Files.Tests;

public static class AResultFile
{
    private const string JsonLines = """
        {"id":"a","language":"de","correct":true,"score":4.5,"other":{"x":[1,2]}}
        {"id":"b","correct":false,"score":null}

        {"score":1e0,"correct":1,"language":"en","id":"c"}
        """;

    private static readonly string[] Expected = ["a language=de correct=1 score=4.5", "b language= correct=0 score=NaN", "c language=en correct=1 score=1"];

    [Theory]
    [InlineData("r.jsonl", JsonLines)]
    [InlineData("r.ndjson", "\ufeff" + JsonLines)]
    [InlineData("r.csv", "id,language,correct,score,other\na,de,true,4.5,x\nb,,0,,\nc,en,1,1,\n")]
    [InlineData("r.csv", "\ufeffother,score,\"correct\",language,id\r\n\"x, \"\"y\"\"\r\nz\",4.5,TRUE,de,a\r\n\r\n,,False,,b\r\n,1,1,\"en\",\"c\"")]
    [InlineData("r.tsv", "id\tlanguage\tcorrect\tscore\nc\ten\t1\t1\nb\t\t0\t\na\tde\t1\t4.5\n")]
    public static void SaysTheSameInEveryFormat(string name, string text)
    {
        var reading = CommaCulture.Outside(() => Results.Read(name, text));

        Assert.Empty(reading.Diagnostics);
        Assert.Equal(Expected, Results.Lines(reading.Table));
    }

    [Fact]
    public static void MayBeSplitIntoShards()
    {
        var lines = JsonLines.Split('\n');
        var reading = Results.Read([("1.jsonl", lines[3]), ("2.csv", "id,correct,score\nb,false,\n"), ("3.jsonl", lines[0])], Results.Columns with { NeedsSlices = false });

        Assert.Empty(reading.Diagnostics);
        Assert.Equal(Expected, Results.Lines(reading.Table));
    }

    [Theory]
    [InlineData("""{"id":"a","output":{"correct":true,"score":2},"meta":{"lang":"de"}}""")]
    [InlineData("""{"id":"a","output.correct":true,"output.score":2,"meta.lang":"de"}""")]
    [InlineData("""{"output":{"score":2,"other":{"correct":false},"correct":1},"id":"a","meta":{"lang":["de"]}}""")]
    [InlineData("""{"output":{"sc\u006fre":2,"correct":1},"id":"\u0061","meta":{"lang":"\u0064e"}}""")]
    public static void NestsColumns(string line)
    {
        var reading = Results.Read("r.jsonl", line, new() { Scores = [new("output.correct", null), new("output.score", null)], Slices = ["meta.lang"] });

        Assert.Empty(reading.Diagnostics);
        Assert.Equal(["a meta.lang=de output.correct=1 output.score=2"], Results.Lines(reading.Table));
    }

    [Fact]
    public static void MayPutACaseIntoSeveralSlicesOfOneColumn()
    {
        var reading = Results.Read(
            "r.jsonl",
            """
            {"id":"a","language":["fr","de","fr"],"correct":1,"score":1}
            {"id":"b","language":["de","fr"],"correct":1,"score":1}
            {"id":"c","language":["fr",null],"correct":1,"score":1}
            {"id":"d","language":["(none)"],"correct":1,"score":1}
            {"id":"e","language":12,"correct":1,"score":1}
            {"id":"f","language":true,"correct":1,"score":1}
            """);

        Assert.Empty(reading.Diagnostics);
        Assert.Equal(["de+fr", "de+fr", "fr", "", "12", "true"], reading.Table.Slices[0].Numbers.Select(n => string.Join('+', reading.Table.Slices[0].Sets[n])));
        Assert.Equal(5, reading.Table.Slices[0].Sets.Count);
    }

    [Fact]
    public static void MayUseOneColumnForSeveralThings()
    {
        var reading = Results.Read("r.csv", "chat,correct\nx,1\ny,0\n", new() { Id = "chat", Group = "chat", Scores = [new("correct", null)], Slices = ["correct", "chat"] });

        Assert.Empty(reading.Diagnostics);
        Assert.Equal(["x correct=1 chat=x group=x correct=1", "y correct=0 chat=y group=y correct=0"], Results.Lines(reading.Table));
    }

    [Fact]
    public static void RepeatsCasesOnlyWhenItIsSaid()
    {
        const string Text = "id,language,correct,score,chat\na,de,1,2,x\nb,en,1,2,y\na,de,0,3,x\n";
        var reading = Results.Read("r.csv", Text, Results.Columns with { Repetitions = true, Group = "chat" });

        Assert.Empty(reading.Diagnostics);
        Assert.True(reading.Table.HasRepetitions);
        Assert.Equal(["a language=de group=x correct=0 score=3", "a language=de group=x correct=1 score=2", "b language=en group=y correct=1 score=2"], Results.Lines(reading.Table));
        Assert.StartsWith("r.csv(4): error EG1103: The id 'a' is already used at r.csv(2).", Assert.Single(Results.Read("r.csv", Text).Diagnostics).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public static void KnowsWhatItsNumbersAre()
    {
        var table = Results.Read("r.csv", "id,language,correct,score\na,,1,1\nb,,0,5\nc,,,2\n").Table;

        Assert.Equal((2, true, true, 1), (table.Scores[0].Count, table.Scores[0].IsPassFail, table.Scores[0].IsWhole, table.Scores[0].Largest));
        Assert.Equal((3, false, true, 5), (table.Scores[1].Count, table.Scores[1].IsPassFail, table.Scores[1].IsWhole, table.Scores[1].Largest));
    }

    [Fact]
    public static void HasNoOtherEnding() =>
        Assert.Contains(
            "Results are read from .jsonl, .ndjson, .csv, .tsv",
            Assert.Throws<FilesException>(() => Results.Read("r.xlsx", "")).Message,
            StringComparison.Ordinal);

    [Fact]
    public static void ThatIsMissingIsNamed() =>
        Assert.Contains("gone.csv", Assert.Throws<FilesException>(() => ResultReader.Read(Path.GetTempPath(), ["gone.csv"], Results.Columns)).Message, StringComparison.Ordinal);
}
