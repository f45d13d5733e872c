using EvalGate.Statistics;

namespace EvalGate.Datasets;

/// <summary>The stored label of a case and the one of a second look.</summary>
/// <param name="Id">The case.</param>
/// <param name="Stored">The label that the case has.</param>
/// <param name="New">The label that it was given now.</param>
internal sealed record LabelPair(string Id, string Stored, string New)
{
    /// <summary>The labels as numbers from 0, and how many there are.</summary>
    public static ((int First, int Second)[] Numbers, int Categories) Numbered(IEnumerable<LabelPair> pairs)
    {
        var all = pairs.ToArray();
        string[] categories = [.. all.SelectMany(p => new[] { p.Stored, p.New }).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var numbers = categories.Index().ToDictionary(c => c.Item, c => c.Index, StringComparer.Ordinal);
        return ([.. all.Select(p => (numbers[p.Stored], numbers[p.New]))], Math.Max(1, categories.Length));
    }

    /// <summary>Cohen's kappa; NaN where chance explains everything.</summary>
    public static double Kappa(IEnumerable<LabelPair> pairs)
    {
        var (numbers, categories) = Numbered(pairs);
        return CohensKappa.Of(ConfusionTable.Of(numbers, categories)).Value;
    }
}
