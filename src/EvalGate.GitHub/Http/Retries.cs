using System.Globalization;
using System.Net;

namespace EvalGate.GitHub;

/// <summary>Sends again what failed for a reason that passes: limits, overload, a dropped connection.</summary>
/// <remarks>A new comment is sent once only: after a failure the server may have it already, so its sender looks first.</remarks>
internal sealed class Retries(TimeProvider time, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const int Attempts = 5;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (response, dropped) = await TryAsync(request, cancellationToken).ConfigureAwait(false);
            var wait = response is null ? Backoff(attempt) : await WaitForAsync(response, request, attempt).ConfigureAwait(false);
            if (wait is not { } pause || pause > Longest || attempt == Attempts || (response is null && !MayRepeat(request)))
            {
                return response ?? throw new GitHubException($"{request.RequestUri!.Host} could not be reached. Run the job again.", dropped);
            }

            response?.Dispose();
            await Task.Delay(pause, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<(HttpResponseMessage? Response, HttpRequestException? Dropped)> TryAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return (await base.SendAsync(request, cancellationToken).ConfigureAwait(false), null);
        }
        catch (HttpRequestException e)
        {
            return (null, e);
        }
    }

    /// <summary>How long to wait; null when waiting does not help. A missing permission is a 403 without any sign of a limit.</summary>
    private async Task<TimeSpan?> WaitForAsync(HttpResponseMessage response, HttpRequestMessage request, int attempt)
    {
        if ((int)response.StatusCode >= 500)
        {
            return MayRepeat(request) ? Backoff(attempt) : null;
        }

        if (response.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests))
        {
            return null;
        }

        if (response.Headers.RetryAfter?.Delta is { } after)
        {
            return after;
        }

        return Header(response, "X-RateLimit-Remaining") == 0 && Header(response, "X-RateLimit-Reset") is { } reset
            ? TimeSpan.FromSeconds(Math.Max(1, reset - time.GetUtcNow().ToUnixTimeSeconds()))
            : await IsLimitAsync(response).ConfigureAwait(false) ? TimeSpan.FromMinutes(1) : null;
    }

    /// <summary>A secondary limit may come as a 403 that says so in words alone.</summary>
    private static async Task<bool> IsLimitAsync(HttpResponseMessage response)
    {
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            return true;
        }

        await response.Content.LoadIntoBufferAsync().ConfigureAwait(false);
        return (await response.Content.ReadAsStringAsync().ConfigureAwait(false)).Contains("rate limit", StringComparison.OrdinalIgnoreCase);
    }

    private static bool MayRepeat(HttpRequestMessage request) =>
        request.Method != HttpMethod.Post || !request.RequestUri!.AbsolutePath.EndsWith("/comments", StringComparison.Ordinal);

    private static TimeSpan Backoff(int attempt) => TimeSpan.FromSeconds(1 << attempt);

    private static long? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
