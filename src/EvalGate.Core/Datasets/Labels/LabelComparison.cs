using System.Text.Json;
using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Statistics;

namespace EvalGate.Datasets;

/// <summary>What a second look at labels says of the stored ones.</summary>
public sealed record LabelComparison
{
    private const double Confidence = 0.95;

    /// <summary>With fewer cases a slice is not listed.</summary>
    private const int FewestInSlice = 5;

    private LabelComparison() { }

    /// <summary>All cases together.</summary>
    public required LabelAgreement Overall { get; init; }

    /// <summary>Slices of one attribute, the worst agreement first.</summary>
    public required IReadOnlyList<(Slice Slice, LabelAgreement Agreement)> Slices { get; init; }

    /// <summary>Cases whose new label differs, in the order of the files.</summary>
    public required IReadOnlyList<ChangedLabel> Changed { get; init; }

    /// <summary>Cases whose stored label was confirmed.</summary>
    public required IReadOnlyList<string> Confirmed { get; init; }

    internal IReadOnlyList<LabelPair> Pairs { get; init; } = [];

    /// <summary>Compares stored labels with new ones.</summary>
    /// <param name="suite">Says which slices there are.</param>
    /// <param name="cases">All cases.</param>
    /// <param name="of">Where the label is.</param>
    /// <param name="labels">New label by case.</param>
    public static LabelComparison Of(Suite suite, IReadOnlyList<Case> cases, JsonPath of, IReadOnlyDictionary<string, string> labels)
    {
        var slicer = new CaseSlicer(suite);
        var pairs = cases.Where(c => labels.ContainsKey(c.Id) && of.Find(c.Expected) is not null)
            .Select(c => (Case: c, Label: new LabelPair(c.Id, Text(of.Find(c.Expected)!.Value), labels[c.Id]))).ToArray();
        return new()
        {
            Pairs = [.. pairs.Select(p => p.Label)],
            Overall = Agreement(pairs.Select(p => p.Label)),
            Slices =
            [
                .. pairs.SelectMany(p => slicer.Of(p.Case).Slices.Where(s => s.Pairs.Count == 1 && !s.HasNone).Select(s => (Slice: s, p.Label)))
                    .GroupBy(p => p.Slice, p => p.Label).Where(g => g.Count() >= FewestInSlice)
                    .Select(g => (g.Key, Agreement: Agreement(g))).OrderBy(s => s.Agreement.Share).ThenBy(s => s.Key),
            ],
            Changed = [.. pairs.Where(p => p.Label.Stored != p.Label.New).Select(p => new ChangedLabel(p.Case.Id, p.Label.Stored, p.Label.New, p.Case.Reviewed))],
            Confirmed = [.. pairs.Where(p => p.Label.Stored == p.Label.New).Select(p => p.Case.Id)],
        };
    }

    /// <summary>The label as a person reads it.</summary>
    /// <param name="value">A text, or any other JSON value.</param>
    public static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : CanonicalJson.Text(value);

    private static LabelAgreement Agreement(IEnumerable<LabelPair> pairs)
    {
        var (numbers, categories) = LabelPair.Numbered(pairs);
        var table = ConfusionTable.Of(numbers, categories);
        var kappa = CohensKappa.Of(table);
        IReadOnlyList<double>[] units = [.. numbers.Select(n => (IReadOnlyList<double>)[n.First, n.Second])];
        return new(numbers.Length, table.Agreement, kappa.Value, kappa.Interval(Confidence), KrippendorffAlpha.Of(units, AgreementLevel.Nominal), KrippendorffAlpha.Interval(units, AgreementLevel.Nominal, Confidence, 1000));
    }
}

/// <summary>How far two labels of the same cases agree.</summary>
/// <param name="Cases">How many cases.</param>
/// <param name="Share">The share on which both are the same.</param>
/// <param name="Kappa">Cohen's kappa: agreement beyond chance; NaN where chance explains everything.</param>
/// <param name="KappaInterval">Its 95 % interval.</param>
/// <param name="Alpha">Krippendorff's alpha, nominal.</param>
/// <param name="AlphaInterval">Its 95 % interval, from resampled cases.</param>
public sealed record LabelAgreement(int Cases, double Share, double Kappa, ConfidenceInterval KappaInterval, double Alpha, ConfidenceInterval AlphaInterval);

/// <summary>A label that a second look changed.</summary>
/// <param name="Id">The case.</param>
/// <param name="Stored">The label that the case has.</param>
/// <param name="New">The label that it was given now.</param>
/// <param name="Reviewed">When the stored one was reviewed; null when it never was.</param>
public sealed record ChangedLabel(string Id, string Stored, string New, DateOnly? Reviewed);
