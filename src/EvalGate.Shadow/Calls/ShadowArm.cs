using System.Diagnostics;
using Polly;
using Polly.CircuitBreaker;

namespace EvalGate.Shadow;

/// <summary>One system that runs in the shadow, with its own sample, bulkhead and breaker.</summary>
#pragma warning disable CA1001 // Late calls still give their place back; a semaphore without a wait handle holds nothing.
internal sealed class ShadowArm<TIn, TOut>
#pragma warning restore CA1001
{
    private readonly string _name;
    private readonly Func<TIn, CancellationToken, Task<TOut>> _call;
    private readonly ShadowOptions _options;
    private readonly PairWriter<TIn, TOut> _writer;
    private readonly SemaphoreSlim _bulkhead;
    private readonly ResiliencePipeline<ShadowAnswer<TOut>?> _breaker;

    public ShadowArm(string name, Func<TIn, CancellationToken, Task<TOut>> call, ShadowOptions options, PairWriter<TIn, TOut> writer)
    {
        (_name, _call, _options, _writer) = (name, call, options, writer);
        _bulkhead = new(options.MaxConcurrent);
        _breaker = new ResiliencePipelineBuilder<ShadowAnswer<TOut>?> { TimeProvider = options.Time }
            .AddCircuitBreaker(new()
            {
                FailureRatio = options.Breaker.FailureRatio,
                MinimumThroughput = options.Breaker.MinimumCalls,
                SamplingDuration = options.Breaker.Window,
                BreakDuration = options.Breaker.Break,
                ShouldHandle = static call => ValueTask.FromResult(call.Outcome.Result?.Error is not null),
            })
            .Build();
        Counts = new(options.Name, name);
    }

    public ShadowCounts Counts { get; }

    /// <summary>Begins a shadow call if the request is in the sample and there is room. Neither waits nor throws.</summary>
    public PendingPair<TIn, TOut>? Begin(TIn input, ShadowRequest request, double rate, CancellationToken caller)
    {
        if (!Sampling.Takes($"{_options.Name}/{_name}", request.Key, rate))
        {
            Counts.Add(ShadowOutcome.NotSampled);
            return null;
        }

        if (!_bulkhead.Wait(0, CancellationToken.None))
        {
            Counts.Add(ShadowOutcome.Busy);
            return null;
        }

        var pair = new PendingPair<TIn, TOut>(input, request, _options, caller);

        // Unsafe: nothing of the request's context (activity, user, scope) follows into the shadow.
        ThreadPool.UnsafeQueueUserWorkItem(_ => _ = RunAsync(pair, rate), null);
        return pair;
    }

    /// <summary>Ends when no shadow call is in flight. New ones are turned away meanwhile.</summary>
    public async Task WhenIdleAsync(CancellationToken cancellationToken)
    {
        var taken = 0;
        try
        {
            for (; taken < _options.MaxConcurrent; taken++)
            {
                await _bulkhead.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            if (taken > 0)
            {
                _bulkhead.Release(taken);
            }
        }
    }

    /// <summary>A call that ignores its cancellation keeps its place until it ends, so that such calls cannot pile up.</summary>
    private async Task RunAsync(PendingPair<TIn, TOut> pair, double rate)
    {
        Telemetry.InFlight.Add(1);
        try
        {
            await PairAsync(pair, rate).ConfigureAwait(false);
        }
        finally
        {
            pair.Close();
            await pair.Running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Telemetry.InFlight.Add(-1);
            _bulkhead.Release();
        }
    }

    private async Task PairAsync(PendingPair<TIn, TOut> pair, double rate)
    {
        using var activity = Telemetry.Start(_options.Name, _name, pair.Trace);
        var context = ResilienceContextPool.Shared.Get();
        var asked = await _breaker.ExecuteOutcomeAsync(async (_, p) => Outcome.FromResult(await AskAsync(p).ConfigureAwait(false)), context, pair).ConfigureAwait(false);
        ResilienceContextPool.Shared.Return(context);
        if (asked.Exception is not null)
        {
            Counts.Add(ShadowOutcome.BreakerOpen);
            return;
        }

        var incumbent = await pair.Incumbent.ConfigureAwait(false);
        if (incumbent.Output is null || asked.Result is not { } answer)
        {
            Counts.Add(incumbent.Output is null ? incumbent.Outcome : ShadowOutcome.Off);
            return;
        }

        activity?.SetStatus(answer.Error is null ? ActivityStatusCode.Ok : ActivityStatusCode.Error, answer.Error?.Kind);
        Telemetry.Duration.Record(answer.Took.TotalSeconds, new("shadow", _options.Name), new("arm", _name), new("error", answer.Error?.Kind));
        _writer.Write(new(_name, rate, pair, incumbent, answer), Counts);
    }

    /// <summary>The shadow's answer; null when nobody wants it any more.</summary>
    private async Task<ShadowAnswer<TOut>?> AskAsync(PendingPair<TIn, TOut> pair)
    {
        var started = _options.Time.GetTimestamp();
        try
        {
            // A thread of its own: a candidate that blocks must not take one that the service's requests wait for.
            var running = Task.Factory.StartNew(() => _call(pair.Input, pair.Stop), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
            pair.Running = running;
            var output = await running.WaitAsync(_options.Timeout, _options.Time, pair.Stop).ConfigureAwait(false);
            return new(output, null, _options.Time.GetElapsedTime(started));
        }
        catch (OperationCanceledException) when (pair.Stop.IsCancellationRequested)
        {
            return null;
        }
#pragma warning disable CA1031 // Whatever a candidate throws is its answer.
        catch (Exception e)
#pragma warning restore CA1031
        {
            var error = e is TimeoutException && !pair.Running.IsCompleted ? new ShadowError(ShadowError.Timeout)
                : e is TooLargeException ? new(ShadowError.TooLarge)
                : new(ShadowError.Threw, e.GetType().FullName);
            pair.Cancel();
            return new(default, error, _options.Time.GetElapsedTime(started));
        }
    }
}
