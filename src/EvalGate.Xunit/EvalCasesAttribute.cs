using System.Reflection;
using EvalGate.Commands;
using EvalGate.Model;
using EvalGate.Slicing;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;
using Traits = System.Collections.Generic.Dictionary<string, System.Collections.Generic.HashSet<string>>;

namespace EvalGate.Xunit;

/// <summary>One theory row per active case of a suite; the case's id is the only argument, its slices are traits.</summary>
/// <param name="suite">The suite's name.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EvalCasesAttribute(string suite) : DataAttribute
{
    /// <summary>The suite's name.</summary>
    public string Suite { get; } = suite;

    /// <inheritdoc/>
    public override bool SupportsDiscoveryEnumeration() => true;

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var host = EvalHost.Current;
        var loaded = host.Suite(Suite);
        var slicer = new CaseSlicer(loaded.Suite);
        var skip = host.Environment.Mode == EvalMode.Skip ? "EvalGate: cases are skipped (mode 'skip')" : null;
        var traits = new Dictionary<CaseSlices, Traits>(ReferenceEqualityComparer.Instance);
        TheoryDataRow<string>[] rows = [.. host.Expected(loaded).Select(c => Row(c, slicer.Of(c), traits, skip))];
        return rows.Length > 0 || host.Environment.Shard is not null
            ? new(rows)
            : throw new EvalSettingException($"suite '{Suite}' has no active case any more");
    }

    private TheoryDataRow<string> Row(Case @case, CaseSlices slices, Dictionary<CaseSlices, Traits> known, string? skip)
    {
        if (!known.TryGetValue(slices, out var traits))
        {
            known[slices] = traits = slices.Values.ToDictionary(v => v.Key, v => v.Value.ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        }

        return new(@case.Id) { Label = @case.Id, TestDisplayName = Suite, Skip = skip, Traits = traits };
    }
}
