using System.Globalization;
using EvalGate.Model;

namespace EvalGate.Snapshots;

/// <summary>A place in an output.</summary>
internal sealed record OutputPlace(IReadOnlyList<OutputStep> Steps)
{
    public static OutputPlace Of(JsonPath path) => new([.. path.Steps.Select(s => new OutputStep(s, false))]);

    public OutputPlace Key(string name) => new([.. Steps, new(name, false)]);

    public OutputPlace Item(int index) => new([.. Steps, new(index.ToString(CultureInfo.InvariantCulture), true)]);

    public override string ToString() => string.Join('.', Steps.Select(s => s.Name).Prepend("output"));
}

/// <summary>A key, or an index into a list.</summary>
internal readonly record struct OutputStep(string Name, bool IsIndex);
