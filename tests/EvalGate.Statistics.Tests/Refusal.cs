namespace EvalGate.Statistics.Tests;

/// <summary>What a method says to a caller that is wrong.</summary>
internal static class Refusal
{
    /// <summary>Expects a refusal that names the argument and tells in a sentence what is wrong with it.</summary>
    public static T Of<T>(Func<object?> call)
        where T : ArgumentException => Of<T>(() =>
        {
            call();
        });

    /// <summary>Expects the same of a method that returns nothing.</summary>
    public static T Of<T>(Action call)
        where T : ArgumentException
    {
        var refusal = Assert.Throws<T>(call);
        Assert.False(string.IsNullOrEmpty(refusal.ParamName));
        Assert.Matches(@"^\w[^(]+ .*\.", refusal.Message);
        return refusal;
    }
}
