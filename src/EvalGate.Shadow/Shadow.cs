namespace EvalGate.Shadow;

/// <summary>Runs a candidate beside the incumbent on live requests. Callers get the incumbent's answer, exception and timing; what the shadow does is seen in the log only.</summary>
/// <remarks>
/// On the caller's time: the description, a hash per arm, one queued work item. Everything else happens in the background, bounded in number, time and memory,
/// and every request ends in one <see cref="ShadowOutcome"/>. A candidate that acts (sends, books, pays) must not be shadowed.
/// </remarks>
/// <typeparam name="TIn">What both take.</typeparam>
/// <typeparam name="TOut">What both return.</typeparam>
public sealed class Shadow<TIn, TOut>
{
    private readonly ShadowSides<TIn, TOut> _sides;
    private readonly ShadowOptions _options;
    private readonly ShadowArm<TIn, TOut> _candidate;
    private readonly ShadowArm<TIn, TOut> _noise;

    /// <summary>A shadow for the life of the service.</summary>
    /// <param name="sides">The two systems.</param>
    /// <param name="log">Where pairs go; the caller closes it.</param>
    /// <param name="options">How much, how long, how often.</param>
    public Shadow(ShadowSides<TIn, TOut> sides, ShadowLog log, ShadowOptions options)
    {
        _sides = sides;
        _options = options.Checked();
        var writer = new PairWriter<TIn, TOut>(sides, options, log);
        _candidate = new("candidate", sides.Candidate, options, writer);
        _noise = new("incumbent", sides.Incumbent, options, writer);
    }

    /// <summary>What became of requests in the candidate's shadow.</summary>
    public ShadowCounts Counts => _candidate.Counts;

    /// <summary>What became of requests that the incumbent might have answered twice.</summary>
    public ShadowCounts NoiseCounts => _noise.Counts;

    /// <summary>The incumbent's answer. Whatever the candidate does, it comes when it comes and as it is.</summary>
    /// <param name="input">The request.</param>
    /// <param name="cancellationToken">The caller's; while the incumbent has not answered it ends the shadow call too.</param>
    public async Task<TOut> RunAsync(TIn input, CancellationToken cancellationToken = default)
    {
        var pairs = Begin(input, cancellationToken);
        try
        {
            var output = await _sides.Incumbent(input, cancellationToken).ConfigureAwait(false);
            pairs.Answer(() => output);
            return output;
        }
        finally
        {
            pairs.Abandon(cancellationToken);
        }
    }

    /// <summary>Ends when no shadow call is in flight, as tests and orderly shutdowns want it. Requests that come meanwhile are not shadowed.</summary>
    /// <param name="cancellationToken">Gives up waiting. A call that ignores its cancellation may never end.</param>
    public async Task WhenIdleAsync(CancellationToken cancellationToken = default)
    {
        await _candidate.WhenIdleAsync(cancellationToken).ConfigureAwait(false);
        await _noise.WhenIdleAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Begins the shadow calls of a request; never throws.</summary>
    internal PendingPairs<TIn, TOut> Begin(TIn input, CancellationToken caller)
    {
        if (!_options.Switch.IsOn)
        {
            return Without(ShadowOutcome.Off);
        }

        ShadowRequest? request;
        double rate;
        try
        {
            request = _sides.Describe(input);
            rate = request is null ? 0 : Sampling.Rate(_options, request);
        }
#pragma warning disable CA1031 // The caller gets the incumbent's answer, whatever is wrong with the description.
        catch (Exception)
#pragma warning restore CA1031
        {
            return Without(ShadowOutcome.Undescribed);
        }

        return request is null ? Without(ShadowOutcome.Unfit)
            : new(_candidate.Begin(input, request, rate, caller), _noise.Begin(input, request, rate * _options.NoiseShare, caller));
    }

    private PendingPairs<TIn, TOut> Without(ShadowOutcome outcome)
    {
        Counts.Add(outcome);
        NoiseCounts.Add(outcome);
        return default;
    }
}
