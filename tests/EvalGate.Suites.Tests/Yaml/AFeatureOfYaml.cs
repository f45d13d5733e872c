namespace EvalGate.Suites.Tests.Yaml;

public static class AFeatureOfYaml
{
    [Theory]
    [InlineData("a: *b", "(6,4): error EG1002: aliases (*name) are not allowed. Write the value out.")]
    [InlineData("a: &b c", "(6,4): error EG1002: anchors (&name) are not allowed. Write the value out where it is used.")]
    [InlineData("a: !tag c", "(6,4): error EG1002: tags (!name) are not allowed. Remove it.")]
    [InlineData("a: !!python/object:os.system c", "(6,4): error EG1002: tags (!name) are not allowed. Remove it.")]
    [InlineData("<<: { a: b }", "(6,1): error EG1002: merge keys (<<) are not allowed. Write the keys out.")]
    [InlineData("---\na: b", "(6,1): error EG1002: a second document starts here; a file holds one. Remove '---', or use a file per suite.")]
    [InlineData("...\n---\na: b", "(7,1): error EG1002: a second document starts here; a file holds one. Remove '---', or use a file per suite.")]
    [InlineData("? [a, b]\n: c", "(6,3): error EG1008: a key must be a text. Write key: value.")]
    [InlineData("? { a: b }\n: c", "(6,3): error EG1008: a key must be a text. Write key: value.")]
    public static void ThatSuitesDoNotNeedIsRefused(string part, string mistake) => Assert.Equal(mistake, SuiteText.Mistakes(SuiteText.Small + part + "\n"));
}
