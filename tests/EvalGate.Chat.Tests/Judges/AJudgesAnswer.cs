using EvalGate.Scoring;

namespace EvalGate.Chat.Tests.Judges;

public static class AJudgesAnswer
{
    [Theory]
    [InlineData("""{"reason":"clear","score":4}""", 4)]
    [InlineData(""" {"score": 1} """, 1)]
    public static void IsAGradeOnTheScale(string text, int grade) => Assert.Equal(grade, JudgeAnswer.GradeOf(text, new(1, 5)));

    [Theory]
    [InlineData("4", "a JSON object with 'reason' and 'score' alone is needed")]
    [InlineData("I'd say {\"score\":4}", "it is not JSON")]
    [InlineData("""{"score":4} and more""", "it is not JSON")]
    [InlineData("""{"score":4,"score":5}""", "it is not JSON")]
    [InlineData("""{"score":6}""", "'score' must be a whole number from 1 to 5")]
    [InlineData("""{"score":3.5}""", "'score' must be a whole number from 1 to 5")]
    [InlineData("""{"score":"4"}""", "'score' must be a whole number from 1 to 5")]
    [InlineData("""{"reason":"x"}""", "'score' must be a whole number from 1 to 5")]
    [InlineData("""{"score":4,"confidence":1}""", "a JSON object with 'reason' and 'score' alone is needed")]
    [InlineData("", "it is not JSON")]
    public static void IsNothingElse(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<ScorerException>(() => JudgeAnswer.GradeOf(text, new(1, 5))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"reason":"clear","better":"A"}""", "A")]
    [InlineData("""{"better":"B"}""", "B")]
    [InlineData("""{"better":"neither"}""", "Neither")]
    public static void IsAPreference(string text, string preference) => Assert.Equal(preference, JudgeAnswer.PreferenceOf(text).ToString());

    [Theory]
    [InlineData("""{"better":"a"}""", "'better' must be A, B or neither")]
    [InlineData("""{"better":1}""", "'better' must be A, B or neither")]
    [InlineData("""{"reason":"x"}""", "'better' must be A, B or neither")]
    [InlineData("""{"better":"A","score":1}""", "a JSON object with 'reason' and 'better' alone is needed")]
    public static void IsNoOtherPreference(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<ScorerException>(() => JudgeAnswer.PreferenceOf(text)).Message, StringComparison.Ordinal);
}
