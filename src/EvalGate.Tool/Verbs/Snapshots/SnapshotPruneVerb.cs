using System.CommandLine;
using EvalGate.Commands;
using EvalGate.Suites;
using EvalGate.Tool.Options;
using EvalGate.Tool.Printing;

namespace EvalGate.Tool.Verbs;

/// <summary><c>evalgate snapshots prune</c></summary>
internal sealed class SnapshotPruneVerb(Terminal terminal)
{
    private readonly SnapshotOptions _options = new(terminal);
    private readonly Option<bool> _yes = new("--yes") { Description = "Delete; without it, only say what would be deleted.", Arity = ArgumentArity.Zero };
    private readonly JsonOption _json = new();

    public static Verb Create(Terminal terminal) => new SnapshotPruneVerb(terminal).Build();

    private Verb Build()
    {
        var verb = new Verb("prune", "Says which snapshots belong to no case any more, and deletes them with --yes.")
        {
            Examples =
            [
                ("evalgate snapshots prune", "What would be deleted, and what looks like a case that was renamed."),
                ("evalgate snapshots prune --yes", "Deletes it; what looks renamed stays."),
            ],
        };
        _options.AddPlaceTo(verb);
        verb.Add(_yes);
        verb.Add(_json.Option);
        verb.SetAction(Invoke);
        return verb;
    }

    private int Invoke(ParseResult parsed)
    {
        var suites = SnapshotSuites.Read(_options.Place(parsed, terminal), new YamlLanguage());
        if (terminal.ShowAny(suites.Problems))
        {
            return ExitCode.Failed;
        }

        var isMeant = parsed.GetValue(_yes);
        var plans = suites.States.Select(s => (State: s, Plan: TidySnapshotsCommand.Plan(s))).ToArray();
        foreach (var (state, plan) in plans.Where(_ => isMeant))
        {
            TidySnapshotsCommand.Prune(state, plan);
        }

        _json.Show(parsed, terminal, string.Concat(plans.Select(p => Text(p.Plan, isMeant))), () => Json([.. plans.Select(p => p.Plan)], isMeant));
        return ExitCode.NothingBlocks;
    }

    private static string Text(PrunePlan plan, bool isMeant)
    {
        var verb = isMeant ? "deleted" : "to delete";
        string[] lines =
        [
            .. plan.Orphans.Select(o => $"  {verb}: {o}, of a case that is gone"),
            .. plan.Leftovers.Select(l => $"  {verb}: what waits of {l}, which is approved or gone"),
            .. plan.Renames.Select(r => $"  renamed? {r.From} holds what the new case '{r.To}' gives: evalgate snapshots mv {plan.Suite} {r.From} {r.To}"),
        ];
        var next = !isMeant && plan.Orphans.Count + plan.Leftovers.Count > 0 ? "Nothing was deleted. To delete: add --yes\n" : "";
        return lines.Length == 0 ? $"{plan.Suite}: nothing to prune\n" : $"{plan.Suite}:\n{string.Join('\n', lines)}\n{next}";
    }

    private static string Json(IReadOnlyList<PrunePlan> plans, bool isMeant) => JsonText.Of("pruned_snapshots", json =>
    {
        json.WriteBoolean("deleted", isMeant);
        json.WriteAll("suites", plans, plan =>
        {
            json.WriteString("suite", plan.Suite);
            json.WriteTexts("orphans", plan.Orphans);
            json.WriteTexts("leftovers", plan.Leftovers);
            json.WriteStartObject("renames");
            foreach (var rename in plan.Renames)
            {
                json.WriteString(rename.From, rename.To);
            }

            json.WriteEndObject();
        });
    });
}
