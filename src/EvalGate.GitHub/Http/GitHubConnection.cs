using System.Net;
using System.Net.Http.Headers;
using Octokit;
using Octokit.Internal;

namespace EvalGate.GitHub;

/// <summary>A connection to the API of a job that stays on its host and waits out limits. Octokit's own constructor would replace the path of the API.</summary>
internal sealed class GitHubConnection : IDisposable
{
    private readonly ActionsJob _job;
    private readonly Func<HttpMessageHandler> _api;
    private readonly Func<HttpMessageHandler> _store;
    private readonly HttpClientAdapter _http;

    public GitHubConnection(ActionsJob job, TimeProvider time)
    {
        _job = job;
        _api = () => new Retries(time, new SameOrigin(job.Api, new SocketsHttpHandler { AllowAutoRedirect = false }));
        _store = () => new Retries(time, new SocketsHttpHandler { AllowAutoRedirect = false });
        _http = new(_api);
        Client = new GitHubClient(new Connection(new("EvalGate"), job.Api, new InMemoryCredentialStore(new(job.Token)), _http, new SimpleJsonSerializer()));
    }

    public IGitHubClient Client { get; }

    /// <summary>Downloads what the API redirects to. The token stays with the API.</summary>
    /// <param name="path">Relative to the API.</param>
    /// <param name="limit">The most bytes that are taken.</param>
    /// <exception cref="GitHubException">It is not there, too large, or offered over an open line.</exception>
    public async Task<byte[]> DownloadAsync(string path, long limit)
    {
        using var api = new HttpClient(_api());
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_job.Api, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _job.Token);
        using var answer = await api.SendAsync(request).ConfigureAwait(false);
        if (answer.Headers.Location is not { } place || (place.Scheme != Uri.UriSchemeHttps && !place.IsLoopback))
        {
            throw new GitHubException($"{_job.Api.Host} answered {(int)answer.StatusCode} in place of a download. {(answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound ? "Give the job 'permissions: { actions: read }'." : "Run the job again.")}");
        }

        using var store = new HttpClient(_store()) { MaxResponseContentBufferSize = limit };
        try
        {
            return await store.GetByteArrayAsync(place).ConfigureAwait(false);
        }
        catch (HttpRequestException e)
        {
            throw new GitHubException($"the download from {place.Host} failed, or is larger than {limit} bytes. Run the job again.", e);
        }
    }

    public void Dispose() => _http.Dispose();
}
