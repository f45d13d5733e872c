using System.Globalization;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating;

public static class GroupsThatNobodyDeclared
{
    [Fact]
    public static void AreNamedWhenTheirCasesChangeAlike()
    {
        var finding = Assert.Single(Shared(alike: true).Verdict.Findings, f => f.Code == DiagnosticCodes.UndeclaredGroups);

        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Equal(
            "cases that share 'input.customer' change alike in correct (intraclass correlation 1.00): the cases are worth 20 % of their number, and p-values "
            + "that count each alone are too small. If they belong together, say so in the cases: \"group\": the value of input.customer.",
            finding.Message);
    }

    [Fact]
    public static void AreNotSeenInChance() => Assert.DoesNotContain(Shared(alike: false).Verdict.Findings, f => f.Code == DiagnosticCodes.UndeclaredGroups);

    [Fact]
    public static void AreNotLookedForWhereGroupsAreDeclared() =>
        Assert.DoesNotContain(Shared(alike: true, declared: true).Verdict.Findings, f => f.Code == DiagnosticCodes.UndeclaredGroups);

    [Theory]
    [InlineData(30, "customer", true)]
    [InlineData(10, "customer", true)]
    [InlineData(9, "customer", false)] // too few values to say anything
    [InlineData(30, "number", true)]
    [InlineData(30, "long", false)] // texts of cases are no keys
    [InlineData(30, "mostly alone", false)]
    public static void AreSharedByManyCases(int groups, string kind, bool isFound)
    {
        string Value(int i) => kind switch
        {
            "number" => (i % groups).ToString(CultureInfo.InvariantCulture),
            "long" => $"\"{new string('x', 64)}{i % groups}\"",
            "mostly alone" => i % 5 < 3 ? $"\"alone {i}\"" : $"\"c{i % groups}\"",
            _ => $"\"c{i % groups}\"",
        };
        var trial = Enumerable.Range(0, groups * 5).Aggregate(new Trial(), (t, i) => t.With(
            ACase.Of($"de-{i}", $$"""{"nested":{"a":{{i}}},"key":{{Value(i)}}}""", "{}", ("language", "de")),
            new Dictionary<string, IReadOnlyList<double>> { ["correct"] = [1.0] },
            [new Dictionary<string, double?> { ["correct"] = i % groups % 4 == 0 ? 0 : 1 }]));

        Assert.Equal(isFound, trial.Verdict.Findings.Any(f => f.Code == DiagnosticCodes.UndeclaredGroups && f.Message.StartsWith("cases that share 'input.key' change alike", StringComparison.Ordinal)));
    }

    [Fact]
    public static void AreFoundInTheSourceOfCasesToo()
    {
        var trial = Enumerable.Range(0, 100).Aggregate(new Trial(), (t, i) => t.With(
            ACase.Of($"de-{i}", ("language", "de")) with { Source = $"ticket {i / 5}" },
            new Dictionary<string, IReadOnlyList<double>> { ["correct"] = [1.0] },
            [new Dictionary<string, double?> { ["correct"] = i / 5 % 3 == 0 ? 0 : 1 }]));

        Assert.Contains(trial.Verdict.Findings, f => f.Message.StartsWith("cases that share 'source' change alike", StringComparison.Ordinal));
    }

    /// <summary>Thirty customers with five cases each; every fourth customer's cases are lost, or as many cases at random places.</summary>
    private static Trial Shared(bool alike, bool declared = false)
    {
        var trial = new Trial();
        for (var i = 0; i < 150; i++)
        {
            var customer = i / 5;
            var lost = alike ? customer % 4 == 0 : i * 7 % 4 == 0;
            var input = string.Create(CultureInfo.InvariantCulture, $$"""{"question":"q{{i}}","customer":"c{{customer}}"}""");
            trial = trial.With(
                ACase.Of($"de-{i}", input, "{}", ("language", "de")) with { Group = declared ? $"c{customer}" : null },
                new Dictionary<string, IReadOnlyList<double>> { ["correct"] = [1.0] },
                [new Dictionary<string, double?> { ["correct"] = lost ? 0 : 1 }]);
        }

        return trial;
    }
}
