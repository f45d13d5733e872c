namespace EvalGate.Tool.Verbs;

/// <summary><c>evalgate cases</c></summary>
internal static class CasesVerb
{
    public static Verb Create(Terminal terminal)
    {
        var verb = new Verb("cases", "Keeps the eval set like code: checks it, grows it, retires what is wrong.")
        {
            Examples =
            [
                ("evalgate cases lint", "Copies, contradictions, thin slices, stale reviews, secrets: each at its line."),
                ("evalgate cases promote log.jsonl --id r-1042 --expected intent=warranty", "Makes a request that went wrong a case."),
                ("evalgate cases diff main", "What a branch does to the eval set, in words."),
            ],
            Notes = ["Cases live in the files that the suite's 'cases:' names, one JSON object a line. Commands change the lines of the cases they name, and no other byte."],
        };
        verb.Add(CasesLintVerb.Create(terminal));
        verb.Add(CasesAddVerb.Create(terminal));
        verb.Add(CasesPromoteVerb.Create(terminal));
        verb.Add(CasesEditVerb.Retire(terminal));
        verb.Add(CasesEditVerb.Quarantine(terminal));
        verb.Add(CasesEditVerb.Restore(terminal));
        verb.Add(CasesEditVerb.Relabel(terminal));
        verb.Add(CasesDiffVerb.Diff(terminal));
        verb.Add(CasesDiffVerb.Log(terminal));
        verb.Add(CasesStatsVerb.Create(terminal));
        return verb;
    }
}
