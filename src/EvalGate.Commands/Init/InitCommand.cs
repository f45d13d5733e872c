using System.Text.RegularExpressions;
using EvalGate.Files;
using EvalGate.Model;

namespace EvalGate.Commands;

/// <summary>What to start, and where.</summary>
public sealed record InitRequest
{
    /// <summary>A project's folder, or its project file.</summary>
    public required string Target { get; init; }

    /// <summary>The suite's name.</summary>
    public string Suite { get; init; } = "sample";

    /// <summary>The version of the EvalGate package to reference.</summary>
    public required string Version { get; init; }

    /// <summary>The folder of a separate evals project; null for the usual place beside the project.</summary>
    public string? Output { get; init; }
}

/// <summary>What was done to start.</summary>
/// <param name="Problems">Why nothing was done.</param>
/// <param name="Steps">What was done, in order.</param>
/// <param name="Notes">What the user should know, a sentence or two each.</param>
/// <param name="Folder">The folder to go on in.</param>
public sealed record InitResult(IReadOnlyList<Diagnostic> Problems, IReadOnlyList<InitStep> Steps, IReadOnlyList<string> Notes, string Folder);

/// <summary>Starts evals in a test project: a suite, cases, a subject and the settings that <c>dotnet test</c> needs.</summary>
public static partial class InitCommand
{
    /// <summary>Adds what is missing; what is there already stays as it is.</summary>
    /// <param name="request">What and where.</param>
    /// <returns>What was done, or why nothing was.</returns>
    /// <exception cref="FilesException">A file cannot be read or written.</exception>
    public static InitResult Execute(InitRequest request)
    {
        if (!SuiteName().IsMatch(request.Suite))
        {
            return Refuse(request.Target, DiagnosticCodes.WrongValue, $"'{ShownText.Of(request.Suite)}' is no name for a suite; letters, digits and '_' are allowed, at most 60, starting with a letter: it names the test class.");
        }

        var files = TextFile.Exists(request.Target) ? [request.Target] : ProjectFile.In(request.Target);
        if (files is not [var file])
        {
            return Refuse(request.Target, DiagnosticCodes.NoFiles, files.Count == 0
                ? "there is no C# project here. Go to the folder of a test project, or start one: dotnet new xunit3."
                : $"there are several projects here: name one of {string.Join(", ", files.Select(Path.GetFileName))}.");
        }

        var project = ProjectFile.Read(file);
        var home = EvalsHome.Of(project, request.Output);
        if (home.IsSeparate || project.Frameworks.Count == 0 || project.Frameworks.Any(IsNewEnough))
        {
            return Start(request, home);
        }

        return Refuse(file, DiagnosticCodes.WrongValue, $"the project targets {string.Join(", ", project.Frameworks)}, and EvalGate needs net10.0 or later. Raise it, or name a folder for a separate evals project: --output FOLDER.");
    }

    private static InitResult Start(InitRequest request, EvalsHome home)
    {
        var writer = new InitWriter(home.Folder);
        home.Prepare(writer, request.Version);
        GlobalJson.Prepare(writer, home.Folder);
        if (Glob.Find(home.Folder, ["**/*.eval.yaml"]) is [var existing, ..])
        {
            writer.Keep(existing);
        }
        else
        {
            var templates = new InitTemplates(request.Suite, home.RootNamespace);
            writer.Create($"evals/{request.Suite}.eval.yaml", templates.Suite);
            writer.Create($"evals/{request.Suite}.cases.jsonl", InitTemplates.Cases);
            writer.Create($"evals/{templates.Subject}.cs", templates.SubjectSource);
            writer.Create("evals/.gitattributes", InitTemplates.GitAttributes);
            writer.Create("evals/.gitignore", InitTemplates.GitIgnore);
            writer.Create("evals/.editorconfig", InitTemplates.EditorConfig);
        }

        return new([], writer.Steps, [.. home.Notes], home.Folder);
    }

    private static bool IsNewEnough(string framework) =>
        framework.StartsWith("net", StringComparison.Ordinal)
        && framework.IndexOf('.', StringComparison.Ordinal) is > 3 and var point
        && int.TryParse(framework.AsSpan(3, point - 3), out var major) && major >= 10;

    private static InitResult Refuse(string target, string code, string message) => new([new(code, Severity.Error, message, new(target, 0, 0))], [], [], target);

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_]{0,59}\z", RegexOptions.CultureInvariant)]
    private static partial Regex SuiteName();
}
