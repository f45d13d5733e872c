using System.Text.Json;
using EvalGate.Datasets;
using EvalGate.Files;
using EvalGate.Model;

namespace EvalGate.Commands;

/// <summary>A case to add.</summary>
public sealed record AddCaseRequest
{
    /// <summary>Where suites are looked for.</summary>
    public required string Folder { get; init; }

    /// <summary>The suite; null for the only one.</summary>
    public string? Suite { get; init; }

    /// <summary>The id; null for one made of <see cref="Source"/> or of the input.</summary>
    public string? Id { get; init; }

    /// <summary>What the subject is given.</summary>
    public required JsonElement Input { get; init; }

    /// <summary>What is expected; undefined for nothing.</summary>
    public JsonElement Expected { get; init; }

    /// <summary>Declared slice values.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Slices { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The group, or null.</summary>
    public string? Group { get; init; }

    /// <summary>Where it comes from, or null.</summary>
    public string? Source { get; init; }

    /// <summary>Takes sensitive texts out of input and expected value; null to leave them.</summary>
    public SensitiveText? Redaction { get; init; }

    /// <summary>Today, when the case was added.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Whether a person looked at what is expected; <c>cases lint</c> names cases that nobody did. Default true.</summary>
    public bool IsReviewed { get; init; } = true;
}

/// <summary>Adds a case behind the last one of a suite.</summary>
public static class AddCaseCommand
{
    /// <summary>Builds the case and says which cases are like it; writes nothing.</summary>
    /// <param name="request">The case.</param>
    /// <param name="language">The language of suites.</param>
    /// <exception cref="FilesException">A file cannot be read.</exception>
    public static AddedCase Prepare(AddCaseRequest request, ISuiteLanguage language)
    {
        var sets = CaseSets.ToEdit(request.Folder, request.Suite, language).Only();
        if (sets.Suites is not [var loaded])
        {
            return new() { Problems = sets.Problems };
        }

        return Prepare(request, loaded, new(loaded.Cases));
    }

    /// <summary>Builds the case for a suite that is loaded already, beside what its cases ask.</summary>
    internal static AddedCase Prepare(AddCaseRequest request, LoadedSuite loaded, AskedQuestions asked)
    {
        var file = Glob.Find(loaded.Root.Folder, CaseFiles.Patterns(loaded.Suite)).LastOrDefault(f => !CaseFiles.IsYaml(f));
        if (file is null)
        {
            return new() { Problems = [new(DiagnosticCodes.CaseNotEditable, Severity.Error, $"suite '{loaded.Suite.Name}' has its cases in YAML only, which is edited by hand. Add a *.jsonl file to its 'cases:'.", loaded.Suite.Place)] };
        }

        var built = Build(request, file);
        var slicer = new Slicing.CaseSlicer(loaded.Suite).Of(built);
        return new()
        {
            Problems = [.. Problems(loaded, built), .. slicer.Problems],
            Suite = loaded.Suite.Name,
            Case = built,
            File = Path.Combine(loaded.Root.Folder, file),
            Slices = [.. slicer.Slices.Where(s => s.Pairs.Count == 1).Select(s => s.ToString())],
            Like = asked.Like(built),
        };
    }

    /// <summary>Writes a case that was prepared without problems.</summary>
    /// <param name="added">The case.</param>
    /// <exception cref="FilesException">The file cannot be written.</exception>
    public static void Write(AddedCase added) => CaseFileEditor.Append(added.File, [added.Case!]);

    private static Case Build(AddCaseRequest request, string file)
    {
        var redaction = request.Redaction;
        var (input, expected) = redaction is null ? (request.Input, request.Expected) : (RedactedJson.Of(request.Input, redaction), RedactedJson.Of(request.Expected, redaction));
        return new()
        {
            Id = request.Id ?? $"case-{ContentHash.OfCase(input, default)[..8]}",
            Input = input,
            Expected = expected,
            Slices = request.Slices,
            Group = request.Group,
            Source = request.Source,
            Added = request.Today,
            Reviewed = request.IsReviewed ? request.Today : null,
            Hash = ContentHash.OfCase(input, expected),
            Place = new(file, 0, 0),
        };
    }

    private static IEnumerable<Diagnostic> Problems(LoadedSuite loaded, Case built)
    {
        if (loaded.Cases.FirstOrDefault(c => c.Id == built.Id) is { } same)
        {
            yield return new(DiagnosticCodes.DuplicateCase, Severity.Error, $"The id '{ShownText.Of(built.Id)}' is already used at {same.Place}. Choose another with --id.", built.Place);
        }

        var known = loaded.Suite.Attributes.OfType<Slicing.DeclaredAttribute>().Select(a => a.Name).ToArray();
        foreach (var unknown in built.Slices.Keys.Except(known, StringComparer.Ordinal))
        {
            yield return new(DiagnosticCodes.UnknownName, Severity.Error, $"suite '{loaded.Suite.Name}' declares no slice '{ShownText.Of(unknown)}'; it declares {string.Join(", ", known)}.{Nearest.Hint(unknown, known)}", built.Place);
        }
    }
}

/// <summary>A case that is about to be added.</summary>
public sealed record AddedCase
{
    /// <summary>Why it cannot be added.</summary>
    public required IReadOnlyList<Diagnostic> Problems { get; init; }

    /// <summary>The suite.</summary>
    public string Suite { get; init; } = "";

    /// <summary>The case; null when no suite was found.</summary>
    public Case? Case { get; init; }

    /// <summary>Where it goes, whole.</summary>
    public string File { get; init; } = "";

    /// <summary>The slices it is in, computed ones included.</summary>
    public IReadOnlyList<string> Slices { get; init; } = [];

    /// <summary>Cases that ask nearly the same, the nearest first.</summary>
    public IReadOnlyList<LikeCase> Like { get; init; } = [];
}

/// <summary>A case that asks nearly the same.</summary>
/// <param name="Id">The case.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Similarity">From 0 to 1.</param>
public sealed record LikeCase(string Id, SourcePlace Place, double Similarity);
