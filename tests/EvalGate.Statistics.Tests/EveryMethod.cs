using System.Reflection;

namespace EvalGate.Statistics.Tests;

public static class EveryMethod
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static TheoryData<string, string> Parameters
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var parameter in All)
                data.Add(NameOf(parameter.Member), parameter.Name!);
            return data;
        }
    }

    private static IEnumerable<ParameterInfo> All =>
        typeof(Moments).Assembly.GetExportedTypes()
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(m => !m.IsSpecialName)
            .SelectMany(m => m.GetParameters())
            .Where(p => !p.ParameterType.IsValueType && Nullability.Create(p).WriteState == NullabilityState.NotNull);

    [Theory]
    [MemberData(nameof(Parameters))]
    public static void NamesTheArgumentThatIsNull(string method, string parameter)
    {
        var missing = All.Single(p => NameOf(p.Member) == method && p.Name == parameter);
        var called = (MethodInfo)missing.Member;
        object?[] arguments = [.. called.GetParameters().Select(p => p.Position == missing.Position ? null : Sample(p))];

        var thrown = Assert.Throws<TargetInvocationException>(() => called.Invoke(null, arguments)).InnerException;

        Assert.Equal(parameter, Assert.IsType<ArgumentNullException>(thrown).ParamName);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public static void RefusesAConfidenceThatIsNone(double confidence) => Assert.All(
        typeof(Moments).Assembly.GetExportedTypes()
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(m => m.GetParameters().Any(p => p.Name == "confidence")),
        method => Assert.All([true, false], isEmpty =>
        {
            object?[] arguments = [.. method.GetParameters().Select(p => p.Name == "confidence" ? confidence : isEmpty ? Nothing(p.ParameterType) : Sample(p))];
            var thrown = Assert.Throws<TargetInvocationException>(() => method.Invoke(null, arguments)).InnerException;
            Assert.Equal("confidence", Assert.IsType<ArgumentOutOfRangeException>(thrown).ParamName);
        }));

    private static string NameOf(MemberInfo method) => $"{method.DeclaringType!.Name}.{method.Name}({string.Join(", ", ((MethodInfo)method).GetParameters().Select(p => $"{p.ParameterType.Name} {p.Name}"))})";

    private static object? Sample(ParameterInfo parameter) => parameter.Name == "cases" && parameter.ParameterType == typeof(long) ? 9L : Sample(parameter.ParameterType);

    /// <summary>Something that is allowed nearly everywhere; three of it where a list is asked for.</summary>
    private static object? Sample(Type type) => type switch
    {
        _ when type == typeof(double) => 0.5,
        _ when type == typeof(string) => "a",
        _ when type.IsPrimitive => Convert.ChangeType(3, type, System.Globalization.CultureInfo.InvariantCulture),
        { IsGenericType: true } when Nullable.GetUnderlyingType(type) is not null => null,
        { IsGenericType: true, IsInterface: true } => ListOf(type.GetGenericArguments()[0]),
        { IsValueType: true } when type.GetConstructors().Length == 0 => Activator.CreateInstance(type),
        _ => type.GetConstructors() is [var first, ..] ? first.Invoke([.. first.GetParameters().Select(p => Sample(p.ParameterType))]) : null,
    };

    /// <summary>No values where a list or counts are asked for.</summary>
    private static object? Nothing(Type type) => type switch
    {
        { IsGenericType: true, IsInterface: true } => Array.CreateInstance(type.GetGenericArguments()[0], 0),
        _ when type == typeof(long) => 0L,
        { IsValueType: true, IsPrimitive: false } => Activator.CreateInstance(type),
        _ => Sample(type),
    };

    private static Array ListOf(Type type)
    {
        var list = Array.CreateInstance(type, 3);
        foreach (var i in Enumerable.Range(0, 3))
            list.SetValue(Sample(type), i);
        return list;
    }
}
