using System.Net.Http.Headers;

namespace EvalGate.GitHub;

/// <summary>Puts the headers right that GitHub's description asks for, and lets no request, least of all the token, go to another host.</summary>
internal sealed class SameOrigin(Uri api, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var to = request.RequestUri!;
        if (Uri.Compare(to, api, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) != 0)
        {
            throw new GitHubException($"a link led from {api.Host} to {to.Host}; it was not followed.");
        }

        request.Headers.Accept.Clear();
        request.Headers.Accept.Add(new("application/vnd.github+json"));
        request.Headers.Accept.Add(new("application/json", 0.9));
        request.Headers.UserAgent.Clear();
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("EvalGate", null));
        request.Headers.TryAddWithoutValidation("X-GitHub-Api-Version", "2022-11-28");
        if (request.Content is { } content)
        {
            content.Headers.ContentType = new("application/json", "utf-8");
        }

        return base.SendAsync(request, cancellationToken);
    }
}
