using Xunit.Sdk;
using Xunit.v3;

namespace EvalGate.Xunit.Tests;

public static class ATestCase
{
    private static readonly HashSet<string> German = ["de"];

    [Fact]
    [Trait("evalgate", "support")]
    public static void SharesItsTraitValuesWithOthersThatHaveTheSame()
    {
        var sets = Sets();
        var (one, other) = (Case(sets), Case(sets));

        Assert.Same(one.Traits["language"], other.Traits["language"]);
        Assert.Same(one.Traits["evalgate"], other.Traits["evalgate"]);
    }

    [Fact]
    [Trait("evalgate", "support")]
    public static void HasTheTraitsOfItsTheoryToo() => Assert.Equal(["support"], Case().Traits["evalgate"]);

    [Fact]
    [Trait("language", "tr")]
    public static void UnitesTheValuesOfItsTheoryAndItsRow() => Assert.Equal(["de", "tr"], Case().Traits["language"].Order(StringComparer.Ordinal));

    [Fact]
    public static void KeepsTheNameTheLabelTheReasonAndTheArgument()
    {
        var made = Case();

        Assert.Equal(("support [refund-01]", "refund-01", "no calls"), (made.TestCaseDisplayName, made.TestLabel, made.SkipReason));
        Assert.Equal(["refund-01"], made.TestMethodArguments);
    }

    [Fact]
    public static void SurvivesTheWayToAnotherProcess()
    {
        var made = Case();
        var read = Assert.IsType<EvalTestCase>(SerializationHelper.Instance.Deserialize(SerializationHelper.Instance.Serialize(made)));

        Assert.Equal((made.UniqueID, made.TestCaseDisplayName), (read.UniqueID, read.TestCaseDisplayName));
        Assert.Equal(German, read.Traits["language"]);
    }

    private static HashSet<HashSet<string>> Sets() => new(HashSet<string>.CreateSetComparer());

    private static EvalTestCase Case(HashSet<HashSet<string>>? sets = null)
    {
        var row = new TheoryDataRow<string>("refund-01") { Label = "refund-01", TestDisplayName = "support", Skip = "no calls", Traits = new() { ["language"] = German } };
        var method = (IXunitTestMethod)TestContext.Current.TestMethod!;
        var traits = TestIntrospectionHelper.GetTraits(method, row);
        return new(new(method, "support [refund-01]", "unique", @explicit: false, skipReason: row.Skip, traits: traits, testMethodArguments: [row.Data]), row, sets ?? Sets());
    }
}
