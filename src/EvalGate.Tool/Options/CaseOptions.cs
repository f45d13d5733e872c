using System.CommandLine;
using EvalGate.Commands;
using EvalGate.Model;

namespace EvalGate.Tool.Options;

/// <summary>The options that commands about cases share.</summary>
internal sealed class CaseOptions
{
    private readonly PlaceOptions _place = new();

    private readonly Option<string?> _suite = new("--suite") { Description = "The suite, where several could be meant.", HelpName = "NAME" };

    public JsonOption Json { get; } = new();

    public string Folder(ParseResult parsed, Terminal terminal) => _place.Folder(parsed, terminal);

    public string? Suite(ParseResult parsed) => parsed.GetValue(_suite);

    public static DateOnly Today(Terminal terminal) => DateOnly.FromDateTime(terminal.Clock.GetUtcNow().UtcDateTime);

    /// <summary>Adds these options behind those of the command.</summary>
    public void AddTo(Verb verb, params Option[] own)
    {
        verb.AddAll([.. own, _suite, _place.All.First(), Json.Option]);
    }

    /// <summary><c>attribute=value</c>, several times.</summary>
    public static Dictionary<string, IReadOnlyList<string>> Slices(IEnumerable<string> texts, List<Diagnostic> problems)
    {
        var all = texts.Select(Assignment.Of).ToArray();
        problems.AddRange(all.Where(a => a.Name is null).Select(a => new Diagnostic(DiagnosticCodes.WrongValue, Severity.Error, $"'{a.Value}' is no slice: write ATTRIBUTE=VALUE.", new("--slice", 0, 0))));
        return all.Where(a => a.Name is not null).GroupBy(a => a.Name!, a => a.Value, StringComparer.Ordinal).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g], StringComparer.Ordinal);
    }

    /// <summary>The file of an edited case as the user sees it.</summary>
    public static string Shown(Terminal terminal, string file) => Near.Path(terminal.Folder, file);
}
