using Octokit;
using Octokit.Internal;

namespace EvalGate.GitHub;

/// <summary>A connection to the API of a job that stays on its host and waits out limits. Octokit's own constructor would replace the path of the API.</summary>
internal sealed class GitHubConnection : IDisposable
{
    private readonly HttpClientAdapter _http;

    public GitHubConnection(ActionsJob job, TimeProvider time)
    {
        _http = new(() => new Retries(time, new SameOrigin(job.Api, new SocketsHttpHandler { AllowAutoRedirect = false })));
        Client = new GitHubClient(new Connection(new("EvalGate"), job.Api, new InMemoryCredentialStore(new(job.Token)), _http, new SimpleJsonSerializer()));
    }

    public IGitHubClient Client { get; }

    public void Dispose() => _http.Dispose();
}
