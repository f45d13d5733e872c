using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace EvalGate.Xunit;

/// <summary>Makes each row of a suite's theory an <see cref="EvalTestCase"/>.</summary>
public sealed class EvalCaseDiscoverer : TheoryDiscoverer
{
    private readonly HashSet<HashSet<string>> _traits = new(HashSet<string>.CreateSetComparer());

    /// <inheritdoc/>
    protected override async ValueTask<IReadOnlyCollection<IXunitTestCase>> CreateTestCasesForDataRow(
        ITestFrameworkDiscoveryOptions discoveryOptions, IXunitTestMethod testMethod, ITheoryAttribute theoryAttribute, ITheoryDataRow dataRow, object?[] testMethodArguments, string? index)
    {
        var plain = await base.CreateTestCasesForDataRow(discoveryOptions, testMethod, theoryAttribute, dataRow, testMethodArguments, index);
        return [.. plain.Cast<XunitTestCase>().Select(p => new EvalTestCase(p, dataRow, _traits))];
    }
}
