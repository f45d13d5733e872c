using System.Text.Json;
using EvalGate.Judges;
using EvalGate.Model;

namespace EvalGate.Files;

/// <summary>Reads what people said of outputs: JSON Lines, one label a line.</summary>
public sealed class HumanLabelReader
{
    private const int LongestLine = 16 * 1024 * 1024;
    private const int Deepest = 64;
    private const string CaseKey = "case", OutputKey = "output", LabelKey = "label", ArmKey = "arm", AgainstKey = "against";

    private static readonly string[] Arms = ["baseline", "candidate"];

    private readonly ProblemList _problems = new();
    private readonly Metric _metric;
    private readonly string _file;
    private readonly string[] _keys;

    private HumanLabelReader(string file, Metric metric)
    {
        (_file, _metric) = (file, metric);
        _keys = metric.Scorer.Name == ModelScorers.Pairwise ? [CaseKey, OutputKey, AgainstKey, LabelKey, ArmKey] : [CaseKey, OutputKey, LabelKey, ArmKey];
    }

    private ValueRange Scale => _metric.Scorer.Scale ?? _metric.Range!;

    /// <summary>Reads the labels of a judge.</summary>
    /// <param name="root">The folder that <paramref name="file"/> is relative to.</param>
    /// <param name="file">Relative path with forward slashes, as diagnostics shall show it.</param>
    /// <param name="metric">The judge's metric, which says what a grade is.</param>
    /// <exception cref="FilesException">There is no such file, or it may not be read.</exception>
    public static (IReadOnlyList<HumanLabel> Labels, IReadOnlyList<Diagnostic> Problems) ReadFile(string root, string file, Metric metric)
    {
        var path = Path.Combine(root, file);
        using var stream = Disk.OpenRead(path);
        var reader = new HumanLabelReader(file, metric);
        return Disk.Access(path, () => (Labels: reader.Read(new LineReader(stream, LongestLine)), reader._problems.All));
    }

    private List<HumanLabel> Read(LineReader lines)
    {
        var labels = new List<HumanLabel>();
        while (lines.Next() is { } line)
        {
            if (!line.IsBlank && Members(line) is { } members && Label(members) is { } label)
            {
                labels.Add(label);
            }
        }

        return labels;
    }

    /// <summary>The members of a line; null when it is none, which is a problem.</summary>
    private LabelLine? Members(Line line)
    {
        var place = new SourcePlace(_file, line.Number, 1);
        if (line.IsTooLong)
        {
            Add(DiagnosticCodes.TooLarge, place, "the line is longer than 16 MB.");
            return null;
        }

        if (JsonFaults.Find(line.Bytes.Span, Deepest) is [var fault, ..])
        {
            _problems.Add(new(fault.Code, Severity.Error, fault.Message, place with { Column = Utf8Text.Column(line.Bytes.Span, fault.Offset) }));
            return null;
        }

        if (LabelLine.Of(line.Bytes.Span, place) is { } members)
        {
            return members;
        }

        Add(DiagnosticCodes.WrongValue, place, $"a label is one JSON object, such as {Example}.");
        return null;
    }

    private HumanLabel? Label(LabelLine line)
    {
        var before = _problems.Count;
        foreach (var (key, place) in line.Keys.Where(k => !_keys.Contains(k.Name, StringComparer.Ordinal)))
        {
            Add(DiagnosticCodes.UnknownKey, place, $"a label has no key '{ShownText.Of(key)}'; there are {string.Join(", ", _keys)}.{Nearest.Hint(key, _keys)}");
        }

        var label = new HumanLabel(Text(line, CaseKey), Shown(line, OutputKey) ?? "", Grade(line))
        {
            Arm = Arm(line),
            Against = _metric.Scorer.Name == ModelScorers.Pairwise ? Shown(line, AgainstKey, ModelScorers.ComparesWithApproved(_metric)) : null,
        };
        return _problems.Count == before ? label : null;
    }

    private string Text(LabelLine line, string key)
    {
        if (line.Find(key) is not { } member)
        {
            return Missing(line, key);
        }

        if (member.Value.ValueKind == JsonValueKind.String)
        {
            return member.Value.GetString()!;
        }

        Add(DiagnosticCodes.WrongValue, member.Place, $"'{key}' must be a text.");
        return "";
    }

    /// <summary>A text as it is, anything else as a judge is shown it.</summary>
    private string? Shown(LabelLine line, string key, bool isNeeded = true) => line.Find(key) switch
    {
        { Value: { ValueKind: JsonValueKind.String } text } => text.GetString(),
        { Value: var value } => CanonicalJson.Text(value),
        _ => isNeeded ? Missing(line, key) : null,
    };

    private double Grade(LabelLine line)
    {
        if (line.Find(LabelKey) is not { } member)
        {
            Missing(line, LabelKey);
        }
        else if (member.Value.ValueKind == JsonValueKind.Number && member.Value.TryGetDecimal(out var grade) && grade >= Scale.Minimum && grade <= Scale.Maximum)
        {
            return (double)grade;
        }
        else
        {
            Add(DiagnosticCodes.WrongValue, member.Place, $"'{LabelKey}' must be a number within {Quantity.Text(Scale.Minimum)}..{Quantity.Text(Scale.Maximum)}.");
        }

        return 0;
    }

    private string? Arm(LabelLine line)
    {
        if (line.Find(ArmKey) is not { } member || (member.Value.ValueKind == JsonValueKind.String && Arms.Contains(member.Value.GetString(), StringComparer.Ordinal)))
        {
            return line.Find(ArmKey)?.Value.GetString();
        }

        var text = member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString()! : member.Value.GetRawText();
        Add(DiagnosticCodes.WrongValue, member.Place, $"'{ArmKey}' is '{ShownText.Of(text)}'; {string.Join(", ", Arms)} are allowed.{Nearest.Hint(text, Arms)}");
        return null;
    }

    private string Example => $"{{{string.Join(",", _keys.Except([ArmKey]).Select(k => $"\"{k}\":{(k == LabelKey ? Quantity.Text(Scale.Maximum) : "\"…\"")}"))}}}";

    private string Missing(LabelLine line, string key)
    {
        Add(DiagnosticCodes.MissingKey, line.Place, $"the label needs '{key}', as in {Example}.");
        return "";
    }

    /// <param name="code">What kind of mistake it is.</param>
    /// <param name="place">Where.</param>
    /// <param name="message">A sentence, with its full stop.</param>
    private void Add(string code, SourcePlace place, string message) => _problems.Add(new(code, Severity.Error, $"metric '{_metric.Name}': {message}", place));
}
