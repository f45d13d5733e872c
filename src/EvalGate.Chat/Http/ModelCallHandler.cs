using System.Net;
using Polly;
using Polly.Retry;

namespace EvalGate.Chat;

/// <summary>Stands between an HTTP client and a model service: tries again after 429, 408 and 5xx with jitter, waits as long as the service asks, and asks less while it is limited.</summary>
/// <remarks>
/// Give it to the client that your provider's library sends with, and switch that library's own retries off: two layers multiply.
/// A wait counts to the suite's <c>timeout</c>. What still fails after the last try is passed on as it came.
/// </remarks>
public sealed class ModelCallHandler : DelegatingHandler
{
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;
    private readonly AdaptiveLimit _limit;
    private readonly ModelCallOptions _options;
    private readonly TimeProvider _clock;

    /// <summary>Creates the handler over sockets of its own.</summary>
    /// <param name="options">Null for the defaults.</param>
    public ModelCallHandler(ModelCallOptions? options = null)
#pragma warning disable CA2000 // The base class disposes of it.
        : this(new SocketsHttpHandler(), options, TimeProvider.System)
#pragma warning restore CA2000
    {
    }

    internal ModelCallHandler(HttpMessageHandler inner, ModelCallOptions? options, TimeProvider clock)
        : base(inner)
    {
        (_options, _clock) = (options ?? new(), clock);
        _limit = new(_options.Concurrency);
        _pipeline = Pipeline();
    }

    internal int Concurrency => _limit.Current;

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        await _pipeline.ExecuteAsync(async stop => await SendOnceAsync(request, stop).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    private async ValueTask<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var entered = await _limit.EnterAsync(cancellationToken).ConfigureAwait(false);
        var wasLimited = false;
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            wasLimited = response.StatusCode == HttpStatusCode.TooManyRequests;
            return response;
        }
        finally
        {
            _limit.Leave(entered, wasLimited);
        }
    }

    private ResiliencePipeline<HttpResponseMessage> Pipeline()
    {
        if (_options.Retries == 0)
        {
            return ResiliencePipeline<HttpResponseMessage>.Empty;
        }

        return new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = _clock }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = _options.Retries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = _options.FirstDelay,
                MaxDelay = _options.LongestDelay,
                ShouldHandle = attempt => new(IsWorthAnotherTry(attempt.Outcome)),
                DelayGenerator = attempt => new(attempt.Outcome.Result is { } response ? RetryAfter(response) : null),
                OnRetry = attempt =>
                {
                    attempt.Outcome.Result?.Dispose();
                    return default;
                },
            })
            .Build();
    }

    private bool IsWorthAnotherTry(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: HttpRequestException { StatusCode: null } } => true,
        { Result: { StatusCode: HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError } response } =>
            RetryAfter(response) is not { } wait || wait <= _options.LongestDelay,
        _ => false,
    };

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        var wait = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - _clock.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
