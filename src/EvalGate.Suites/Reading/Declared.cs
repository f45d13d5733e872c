using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Suites.Yaml;

namespace EvalGate.Suites.Reading;

/// <summary>What rules can be about. Names include what could not be read: a rule about it is no second mistake.</summary>
internal sealed record Declared(DeclaredMetrics Metrics, DeclaredSlices Slices);

/// <summary>The metrics of a suite.</summary>
internal sealed record DeclaredMetrics(IReadOnlyList<Metric> Sound, IReadOnlyList<string> Names)
{
    /// <summary>Names of the metrics that are ratios of others.</summary>
    public IReadOnlySet<string> Ratios { get; init; } = new HashSet<string>();

    /// <summary>A metric by name; a problem when no metric has it, and null then and when the metric could not be read.</summary>
    public Metric? Find(Scalar name, Problems problems)
    {
        if (!Names.Contains(name.Text, StringComparer.Ordinal))
        {
            problems.Add(DiagnosticCodes.UnknownName, name, $"there is no metric {name.Kind}; there are {Listing.Of(Names)}.{Nearest.Hint(name.Text, Names)}");
        }

        return Sound.FirstOrDefault(m => m.Name == name.Text);
    }
}

/// <summary>The attributes and crosses of a suite.</summary>
internal sealed record DeclaredSlices(IReadOnlyList<SliceAttribute> Sound, IReadOnlyList<string> Names, IReadOnlyList<SliceCross> Crosses);
