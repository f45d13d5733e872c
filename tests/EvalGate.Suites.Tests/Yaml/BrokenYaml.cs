namespace EvalGate.Suites.Tests.Yaml;

public static class BrokenYaml
{
    [Theory]
    [InlineData("a: [b", "(7,1): error EG1001: this is no valid YAML: While parsing a flow sequence, did not find expected ',' or ']'.")]
    [InlineData("a: [b\nc: d", "(7,1): error EG1001: this is no valid YAML: a list or map before this place is not closed.")]
    [InlineData("a:\n\tb: c", "(7,1): error EG1001: this is no valid YAML: a tab indents here. Use spaces.")]
    [InlineData("a: b\n\tc: d", "(7,1): error EG1001: this is no valid YAML: a tab indents here. Use spaces.")]
    [InlineData("a: 'b", "(6,4): error EG1001: this is no valid YAML: While scanning a quoted scalar, found unexpected end of stream.")]
    [InlineData("a: b: c", "(6,5): error EG1001: this is no valid YAML: While scanning a plain scalar value, found invalid mapping.")]
    [InlineData("\ta: b", "(6,1): error EG1001: this is no valid YAML: a tab indents here. Use spaces.")]
    [InlineData("a: \"\\q\"", "(6,4): error EG1001: this is no valid YAML: While scanning a quoted scalar, found unknown escape character.")]
    [InlineData("a: \"\\ud800\"", "(6,4): error EG1001: this is no valid YAML: While scanning a quoted scalar, found invalid Unicode surrogates.")]
    [InlineData("a: @b", "(6,4): error EG1001: this is no valid YAML: While scanning for the next token, found character that cannot start any token.")]
    [InlineData("a: %b", "(6,4): error EG1001: this is no valid YAML: While scanning for the next token, found character that cannot start any token.")]
    [InlineData("}", "(6,1): error EG1001: this is no valid YAML: While parsing a block mapping, did not find expected key.")]
    [InlineData("a: b\n c: d", "(7,3): error EG1001: this is no valid YAML: While scanning a plain scalar value, found invalid mapping.")]
    public static void IsReportedAtItsPlace(string part, string mistake) => Assert.Equal(mistake, SuiteText.Mistakes(SuiteText.Small + part + "\n"));
}
