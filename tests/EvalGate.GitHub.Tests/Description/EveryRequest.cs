namespace EvalGate.GitHub.Tests;

/// <summary>What EvalGate asks of GitHub, held against the description that GitHub publishes.</summary>
public static class EveryRequest
{
    public static TheoryData<string> Scenarios { get; } = [.. GitHub.Tests.Scenarios.All.Keys];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public static async Task IsAsGitHubDescribesItAndSoIsTheFakesAnswer(string scenario)
    {
        var description = await GitHubDescription.LoadAsync();

        var exchanges = await ExchangesOf(scenario);

        string[] faults = [.. exchanges.SelectMany(description.FaultsOf)];
        Assert.NotEmpty(exchanges);
        Assert.True(faults is [], string.Join('\n', faults));
    }

    [Fact]
    public static async Task IsMadeInSomeScenario()
    {
        var description = await GitHubDescription.LoadAsync();
        var used = new HashSet<string?>();
        foreach (var scenario in GitHub.Tests.Scenarios.All.Keys)
        {
            used.UnionWith((await ExchangesOf(scenario)).Select(description.OperationOf));
        }

        Assert.Equal(description.Operations.Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
    }

    /// <summary>Without downloads: they are offered by another host.</summary>
    private static async Task<FakeExchange[]> ExchangesOf(string scenario)
    {
        await using var github = await FakeGitHub.StartAsync();
        await GitHub.Tests.Scenarios.All[scenario](github);
        return [.. github.Exchanges.Where(e => !e.Path.StartsWith("/store/", StringComparison.Ordinal))];
    }
}
