using EvalGate.Files;
using EvalGate.Model;

namespace EvalGate.Commands;

/// <summary>The eval sets that a command works on, and the cases in them.</summary>
/// <param name="Suites">Sound suites; none when there are problems.</param>
/// <param name="Problems">Why there are none.</param>
internal sealed record CaseSets(IReadOnlyList<LoadedSuite> Suites, IReadOnlyList<Diagnostic> Problems)
{
    public static CaseSets Read(string folder, string? suite, ISuiteLanguage language) => Of(ProjectSuites.Select(folder, suite, language, SuitePart.Any));

    /// <summary>The same to edit them: cases that lack what their suite asks for can be mended.</summary>
    public static CaseSets ToEdit(string folder, string? suite, ISuiteLanguage language) => Of(ProjectSuites.Select(folder, suite, language, SuitePart.Cases));

    private static CaseSets Of(SuiteSelection selection) => new(selection.Suites, selection.Problems);

    /// <summary>The one suite; where several could be meant, that is the problem.</summary>
    public CaseSets Only() => Suites.Count <= 1 ? this : new(
        [],
        [new(DiagnosticCodes.MissingKey, Severity.Error, $"there are several suites: {string.Join(", ", Suites.Select(s => s.Suite.Name))}. Name one.", new("--suite", 0, 0))]);

    /// <summary>Finds cases by their ids; what is not there is a problem.</summary>
    public (IReadOnlyList<FoundCase> Found, IReadOnlyList<Diagnostic> Problems) Find(IReadOnlyList<string> ids)
    {
        var (found, problems) = (new List<FoundCase>(), new List<Diagnostic>(Problems));
        foreach (var id in problems.Count > 0 ? [] : ids)
        {
            FoundCase[] there = [.. Suites.SelectMany(s => s.Cases.Where(c => c.Id == id).Select(c => new FoundCase(s, c)))];
            if (there is [var only] && !CaseFiles.IsYaml(only.Case.Place.File))
            {
                found.Add(only);
            }
            else
            {
                problems.Add(new(DiagnosticCodes.UnknownName, Severity.Error, Reason(id, there), new("ID", 0, 0)));
            }
        }

        return (found, problems);
    }

    private string Reason(string id, FoundCase[] there) => there switch
    {
        [] => $"there is no case '{ShownText.Of(id)}' in {string.Join(", ", Suites.Select(s => s.Suite.Name))}.{Nearest.Hint(id, Suites.SelectMany(s => s.Cases).Select(c => c.Id))}",
        [var only] => $"case '{ShownText.Of(id)}' is written in {only.Case.Place.File}: YAML is edited by hand.",
        _ => $"case '{ShownText.Of(id)}' is in {string.Join(" and ", there.Select(f => f.Loaded.Suite.Name))}. Say which with --suite.",
    };
}

/// <summary>A case and the suite it is in.</summary>
/// <param name="Loaded">The suite.</param>
/// <param name="Case">The case.</param>
internal sealed record FoundCase(LoadedSuite Loaded, Case Case)
{
    public string File => Path.Combine(Loaded.Root.Folder, Case.Place.File);
}
