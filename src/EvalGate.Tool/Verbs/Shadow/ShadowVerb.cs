namespace EvalGate.Tool.Verbs;

/// <summary><c>evalgate shadow</c></summary>
internal static class ShadowVerb
{
    public static Verb Create(Terminal terminal)
    {
        var verb = new Verb("shadow", "Judges a candidate that ran in the shadow of the incumbent, on live requests.")
        {
            Examples = [("evalgate shadow compare 'logs/*.jsonl'", "May the candidate take over? By segment, against the noise floor.")],
            Notes = ["The package EvalGate.Shadow runs the candidate in your service and writes the logs."],
        };
        verb.Add(ShadowCompareVerb.Create(terminal));
        return verb;
    }
}
