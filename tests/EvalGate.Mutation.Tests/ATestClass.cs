namespace EvalGate.Mutation.Tests;

public static class ATestClass
{
    [Fact]
    public static void IsNamedInAListOfTests() => Assert.Equal(
        ["Some.Tests.AMean", "Some.Tests.AMean+OfNothing"],
        TestClass.Names(["", "  Some.Tests.AMean.IsExact(of: \"a.b (c)\")", "  Some.Tests.AMean+OfNothing.IsNothing", "  Some.Tests.AMean.IsExact(of: \"d\")", "Test discovery summary: found 3 test(s) - some.dll"]));

    [Fact]
    public static void MeetsAMutantThatItReachesQuickOnesFirst()
    {
        TestClass[] classes = [Of("Slow", 9, 1, 2), Of("Quick", 1, 1), Of("Elsewhere", 1, 2), Of("Middling", 3, 1)];

        var turns = TestClass.Turns(classes, new(1, "Mean.cs", "a -> b"));

        Assert.Equal(["Quick, Middling", "Slow"], turns.Select(turn => string.Join(", ", turn.Select(c => c.Name))));
    }

    [Fact]
    public static void DoesNotMeetAMutantThatItDoesNotReach() => Assert.Empty(TestClass.Turns([Of("Quick", 1, 1)], new(3, "Mean.cs", "a -> b")));

    [Fact]
    public static void IsRunWithOthersOfItsHost()
    {
        TestClass[] classes = [Of("A", 1, 1), Of("B", 1, 1) with { Host = "other" }, Of("C", 1, 1), Of("D", 9, 1)];

        Assert.Equal(["A", "B", "C, D"], TestClass.Turns(classes, new(1, "Mean.cs", "a -> b")).Select(turn => string.Join(", ", turn.Select(c => c.Name))));
    }

    private static TestClass Of(string name, int seconds, params int[] reached) => new("host", name, TimeSpan.FromSeconds(seconds), reached.ToHashSet());
}
