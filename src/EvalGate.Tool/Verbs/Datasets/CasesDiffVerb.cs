using System.CommandLine;
using EvalGate.Commands;
using EvalGate.Suites;
using EvalGate.Tool.Options;

namespace EvalGate.Tool.Verbs;

/// <summary><c>evalgate cases diff</c> and <c>evalgate cases log</c></summary>
internal sealed class CasesDiffVerb
{
    private readonly CaseOptions _options = new();

    public static Verb Diff(Terminal terminal)
    {
        var revision = new Argument<string>("REV") { Description = "The older git revision. Default: HEAD.", Arity = ArgumentArity.ZeroOrOne, DefaultValueFactory = _ => "HEAD" };
        var to = new Option<string?>("--to") { Description = "The newer revision. Default: the files as they are.", HelpName = "REV" };
        var verb = new Verb("diff", "Says in words what changed in the eval set since a git revision.")
        {
            Examples =
            [
                ("evalgate cases diff main", "Added, retired, relabelled, reworded and moved cases, and what that makes of each slice."),
            ],
        };
        verb.Add(revision);
        return new CasesDiffVerb().Build(verb, terminal, (p, v) => CaseHistory.Between(v.Folder, v.Suite, (p.GetRequiredValue(revision), p.GetValue(to)), new YamlLanguage()), to);
    }

    public static Verb Log(Terminal terminal)
    {
        var most = new Option<int>("--most") { Description = "Commits at most. Default: 20.", HelpName = "NUMBER", DefaultValueFactory = _ => 20 };
        var verb = new Verb("log", "Tells the history of the eval set: each commit with what it changed, in words.")
        {
            Examples = [("evalgate cases log --suite support", "The last twenty commits that touched its cases.")],
        };
        return new CasesDiffVerb().Build(verb, terminal, (p, v) => CaseHistory.Log(v.Folder, v.Suite, p.GetValue(most), new YamlLanguage()), most);
    }

    private Verb Build(Verb verb, Terminal terminal, Func<ParseResult, (string Folder, string? Suite), HistoryResult> read, Option own)
    {
        _options.AddTo(verb, own);
        verb.SetAction(parsed =>
        {
            var result = read(parsed, (_options.Folder(parsed, terminal), _options.Suite(parsed)));
            if (terminal.ShowAny(result.Problems))
            {
                return ExitCode.Failed;
            }

            _options.Json.Show(parsed, terminal, HistoryText.Of(result.Suites), () => HistoryText.Json(result.Suites));
            return ExitCode.NothingBlocks;
        });
        return verb;
    }
}
