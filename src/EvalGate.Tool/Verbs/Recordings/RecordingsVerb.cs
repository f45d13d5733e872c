namespace EvalGate.Tool.Verbs;

/// <summary><c>evalgate recordings</c></summary>
internal static class RecordingsVerb
{
    public static Verb Create(Terminal terminal)
    {
        var verb = new Verb("recordings", "Looks after recorded model calls: what is old, what nobody uses, what is missing.")
        {
            Examples =
            [
                ("evalgate recordings status", "What the recordings of every suite are worth today."),
                ("evalgate recordings prune --yes", "Deletes what no run can use any more."),
            ],
            Notes = ["Recordings are NAME.recordings/CASE.jsonl beside the suite. EVALGATE_RECORDINGS=live, record, replay or auto says where a run's calls are answered from; the default is replay in CI and auto elsewhere."],
        };
        verb.Add(RecordingStatusVerb.Create(terminal));
        verb.Add(RecordingPruneVerb.Create(terminal));
        verb.Add(RecordingRefreshVerb.Create(terminal));
        return verb;
    }
}
