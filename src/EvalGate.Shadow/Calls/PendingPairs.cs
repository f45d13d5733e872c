namespace EvalGate.Shadow;

/// <summary>The shadow calls of one request: of the candidate, of the incumbent, of both or of none.</summary>
internal readonly record struct PendingPairs<TIn, TOut>(PendingPair<TIn, TOut>? Candidate, PendingPair<TIn, TOut>? Noise)
{
    public bool Any => Candidate is not null || Noise is not null;

    /// <summary>The incumbent has answered.</summary>
    /// <param name="output">Gives the answer, in the background.</param>
    public void Answer(Func<TOut> output)
    {
        Candidate?.Answer(output);
        Noise?.Answer(output);
    }

    /// <summary>There will be no answer of the incumbent; after one, this does nothing.</summary>
    /// <param name="caller">Tells a caller that gave up from an incumbent that failed.</param>
    public void Abandon(CancellationToken caller) => Abandon(caller.IsCancellationRequested ? ShadowOutcome.Cancelled : ShadowOutcome.IncumbentFailed);

    /// <summary>There will be no pair; after an answer of the incumbent, this does nothing.</summary>
    public void Abandon(ShadowOutcome why)
    {
        Candidate?.Abandon(why);
        Noise?.Abandon(why);
    }
}
