using EvalGate.Model;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Model;

public static class ACanonicalText
{
    [Theory]
    [InlineData("""{ "b" : 1 , "a" : { "d" : [ ] , "c" : { } } }""", """{"a":{"c":{},"d":[]},"b":1}""")]
    [InlineData("""[ 2 , 1 , [ 3 ] ]""", "[2,1,[3]]")]
    [InlineData("""{"a":1.50,"b":1e3,"c":-0}""", """{"a":1.50,"b":1e3,"c":-0}""")]
    [InlineData("""{"B":1,"a":2,"A":3}""", """{"A":3,"B":1,"a":2}""")]
    [InlineData("\"\\u00e4\\u65e5<>&'+\"", "\"ä日<>&'+\"")]
    [InlineData("\"a\\/b\\n\\u0007\"", "\"a/b\\n\\u0007\"")]
    [InlineData("null", "null")]
    [InlineData("true", "true")]
    public static void DependsOnTheValueAlone(string json, string text) => Assert.Equal(text, CanonicalJson.Text(ACase.Json(json)));

    [Fact]
    public static void OfNothingIsEmpty() => Assert.Equal("", CanonicalJson.Text(default));
}
