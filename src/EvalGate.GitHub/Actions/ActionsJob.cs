using System.Globalization;

namespace EvalGate.GitHub;

/// <summary>The job that publishes, as Actions describes it in environment variables.</summary>
public sealed record ActionsJob
{
    /// <summary>The API; ends in a slash. On GitHub Enterprise Server it has a path, on <c>*.ghe.com</c> a host of its own.</summary>
    public required Uri Api { get; init; }

    /// <summary>The repository's owner.</summary>
    public required string Owner { get; init; }

    /// <summary>The repository's name.</summary>
    public required string Repository { get; init; }

    /// <summary>The token that writes.</summary>
    public required string Token { get; init; }

    /// <summary>The page of the workflow run; null outside Actions.</summary>
    public Uri? RunPage { get; init; }

    /// <summary>The workflow run: later ones have greater numbers.</summary>
    public long Run { get; init; }

    /// <summary>The attempt, from 1.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>Reads the job.</summary>
    /// <param name="variable">The environment: value by name.</param>
    /// <exception cref="GitHubException">A variable is missing or wrong.</exception>
    public static ActionsJob Read(Func<string, string?> variable)
    {
        var repository = Needed(variable, "GITHUB_REPOSITORY").Split('/');
        var server = variable("GITHUB_SERVER_URL")?.TrimEnd('/') ?? "https://github.com";
        var run = Number(variable("GITHUB_RUN_ID"));
        return repository is not [var owner, var name]
            ? throw new GitHubException("GITHUB_REPOSITORY must read owner/name.")
            : new()
            {
                Api = ApiOf(variable("GITHUB_API_URL") is { Length: > 0 } api ? api : "https://api.github.com"),
                Owner = owner,
                Repository = name,
                Token = Needed(variable, "GITHUB_TOKEN"),
                RunPage = run > 0 && Uri.TryCreate($"{server}/{owner}/{name}/actions/runs/{run.ToString(CultureInfo.InvariantCulture)}", UriKind.Absolute, out var page) ? page : null,
                Run = run,
                Attempt = (int)Math.Clamp(Number(variable("GITHUB_RUN_ATTEMPT")), 1, int.MaxValue),
            };
    }

    /// <summary>Without the slash at its end the last part of a path would be dropped.</summary>
    private static Uri ApiOf(string text) =>
        Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var api) && (api.Scheme == Uri.UriSchemeHttps || api.IsLoopback)
            ? api
            : throw new GitHubException("GITHUB_API_URL must be an https address.");

    private static string Needed(Func<string, string?> variable, string name) =>
        variable(name) is { Length: > 0 } value ? value
        : throw new GitHubException($"{name} is not set. {(name == "GITHUB_TOKEN" ? "Give the step 'env: { GITHUB_TOKEN: ${{ github.token }} }'." : "Actions sets it; elsewhere set it to owner/name.")}");

    private static long Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
