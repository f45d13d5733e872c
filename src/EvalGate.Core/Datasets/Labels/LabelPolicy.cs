using EvalGate.Model;

namespace EvalGate.Datasets;

/// <summary>The second looks at the labels of a suite: its <c>labels:</c>.</summary>
/// <param name="Sheets">Sheets that people filled in, as globs relative to the project folder; their names put them in order.</param>
/// <param name="Of">Where the label is, such as <c>expected.intent</c>; null for what the first metric expects.</param>
/// <param name="Place">Where the sheets are named.</param>
public sealed record LabelPolicy(IReadOnlyList<string> Sheets, string? Of, SourcePlace Place);
