using System.CommandLine;
using EvalGate.Commands;

namespace EvalGate.Tool.Verbs;

/// <summary><c>evalgate recordings prune</c></summary>
internal sealed class RecordingPruneVerb(Terminal terminal)
{
    private readonly RecordingOptions _options = new(terminal);
    private readonly Option<bool> _yes = new("--yes") { Description = "Delete; without it, only say what would be deleted.", Arity = ArgumentArity.Zero };

    public static Verb Create(Terminal terminal) => new RecordingPruneVerb(terminal).Build();

    private Verb Build()
    {
        var verb = new Verb("prune", "Says which recordings no run can use any more, and deletes them with --yes.")
        {
            Examples = [("evalgate recordings prune --yes", "Deletes what is of cases and repetitions that are gone.")],
        };
        _options.AddTo(verb, withDays: false);
        verb.Add(_yes);
        verb.SetAction(Invoke);
        return verb;
    }

    private int Invoke(ParseResult parsed)
    {
        var suites = _options.Read(parsed);
        if (terminal.ShowAny(suites.Problems))
        {
            return ExitCode.Failed;
        }

        var isMeant = parsed.GetValue(_yes);
        foreach (var census in suites.Censuses)
        {
            terminal.Show(Text(census, isMeant));
            if (isMeant)
            {
                census.Prune();
            }
        }

        return ExitCode.NothingBlocks;
    }

    private static string Text(RecordingCensus census, bool isMeant)
    {
        var verb = isMeant ? "deleted" : "to delete";
        string[] lines =
        [
            .. RecordingText.Ids(census.Orphans).Select(id => $"  {verb}: {id}, a case that is gone"),
            .. RecordingText.Ids(census.Surplus).Select(id => $"  {verb}: of {id}, repetitions that are gone"),
        ];
        var next = isMeant ? "" : "Nothing was deleted. To delete: add --yes\n";
        return lines.Length == 0 ? $"{census.Suite.Suite.Name}: nothing to prune\n" : $"{census.Suite.Suite.Name}:\n{string.Join('\n', lines)}\n{next}";
    }
}
