namespace EvalGate.Core.Tests.Scoring;

public static class AChoiceScore
{
    [Theory]
    [InlineData("B")]
    [InlineData(" b \n")]
    [InlineData("(B)")]
    [InlineData("**B**")]
    [InlineData("B.")]
    [InlineData("The answer is B.")]
    [InlineData("The answer is: B")]
    [InlineData("The correct answer here is (B), because A is older.")]
    [InlineData("**Answer:** B")]
    [InlineData("Answer = B")]
    [InlineData("Answer: A. No, wait: the answer is B")]
    [InlineData("The answer is B (see page 3).")]
    [InlineData("I choose option B because it is newer.")]
    [InlineData("Option: B, the second one")]
    [InlineData("It must be (B), not (a) guess, so (B)")]
    [InlineData("B) Paris is the capital")]
    [InlineData("B: Paris is the capital")]
    [InlineData("B. Paris is the capital")]
    [InlineData("Die Antwort ist B, denn A ist älter.")]
    [InlineData("Die richtige Antwort lautet B.")]
    [InlineData("La réponse correcte est B.")]
    [InlineData("La respuesta es B, sin duda")]
    [InlineData("La risposta è B, direi")]
    public static void FindsTheOption(string output)
    {
        Assert.Equal(1, Scored.Text("choice", output, "B"));
        Assert.Equal(0, Scored.Text("choice", output, "A"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("…")]
    [InlineData("Both are fine, I think")]
    [InlineData("The answer depends on (your) taste")]
    [InlineData("The answer is not B")]
    [InlineData("Answer a question first, then ask B")]
    [InlineData("Because B is newer")]
    [InlineData("item(s) about B")]
    [InlineData("1.5 is B")]
    public static void FailsAnAnswerWithoutOne(string output)
    {
        Assert.Equal(0, Scored.Text("choice", output, "B"));
        Assert.Equal(0, Scored.Text("choice", output, "1"));
    }

    [Theory]
    [InlineData("The answer is New York.", "New York", 1)]
    [InlineData("The answer is New Delhi.", "New York", 0)]
    [InlineData("new york", "New York", 1)]
    [InlineData("New", "New York", 0)]
    [InlineData("Refund: you get it back", "refund", 1)]
    [InlineData("Answer: 12", "12", 1)]
    [InlineData("Answer: 1", "12", 0)]
    [InlineData("The answer is B", "B) Paris", 1)]
    [InlineData("The answer is B", "(b)", 1)]
    [InlineData("Answer: Zu\u0308rich", "Z\u00FCrich", 1)]
    [InlineData("The answer is B-52", "B", 0)]
    public static void ComparesWholeLabels(string output, string expected, double score) => Assert.Equal(score, Scored.Text("choice", output, expected));

    [Fact]
    public static void IsFailedByAnEmptyLabelAndDoesNotApplyWithoutOne()
    {
        Assert.Equal(0, Scored.Text("choice", "", ""));
        Assert.Equal(0, Scored.By("choice", "\"B\"", "null"));
        Assert.Null(Scored.Text("choice", "B", null));
    }

    [Fact]
    public static void MayBeANumberInTheOutput() => Assert.Equal(1, Scored.By("choice", "3", "3"));
}
