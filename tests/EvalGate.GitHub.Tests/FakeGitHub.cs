using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EvalGate.GitHub.Tests;

/// <summary>As much of GitHub as publishing needs, with memory: one pull request, its comments, the statuses of commits.</summary>
internal sealed class FakeGitHub : IAsyncDisposable
{
    public const string Bot = "github-actions[bot]";
    public const int Number = 7;
    public static readonly string Head = new('a', 40);

    private const string Repository = "/repos/acme/helpdesk";
    private readonly WebApplication _app;
    private readonly Lock _gate = new();
    private int _ids = 1000;

    private FakeGitHub(WebApplication app, string prefix) => (_app, Prefix) = (app, prefix);

    /// <summary>The path of the API, such as <c>/api/v3</c>.</summary>
    public string Prefix { get; }

    public List<FakeComment> Comments { get; } = [];

    /// <summary>Annotations of check runs, by the run's name.</summary>
    public Dictionary<string, List<JsonNode>> Checks { get; } = [];

    public List<(string Sha, string Context, string State, string Description)> Statuses { get; } = [];

    /// <summary>The files of the pull request's branch, and what is put on top of it.</summary>
    public FakeBranch Branch { get; } = new();

    /// <summary>Artifacts by id.</summary>
    public List<FakeArtifact> Artifacts { get; } = [];

    /// <summary>What people may do: <c>admin</c>, <c>write</c>, <c>read</c>.</summary>
    public Dictionary<string, string> Permissions { get; } = new() { ["alice"] = "write" };

    /// <summary>The repository that the pull request comes from.</summary>
    public long HeadRepository { get; set; } = RepositoryId;

    public const long RepositoryId = 42;

    public bool IsOpen { get; set; } = true;

    /// <summary>The head of the pull request as it is now.</summary>
    public string CurrentHead { get; set; } = Head;

    /// <summary>Requests as <c>POST /repos/…</c>.</summary>
    public List<string> Requests { get; } = [];

    public List<string?> Tokens { get; } = [];

    /// <summary>What was asked and answered, in the order in which it was asked.</summary>
    public List<FakeExchange> Exchanges { get; } = [];

    /// <summary>Asked before a request is answered; true when it was answered here.</summary>
    public Func<HttpContext, Task<bool>> Before { get; set; } = _ => Task.FromResult(false);

    /// <summary>Asked behind a request that was carried out; true when its answer is lost.</summary>
    public Func<string, bool> LosesAnswer { get; set; } = _ => false;

    /// <summary>The host of links to the next page; null for this one.</summary>
    public string? NextHost { get; set; }

    /// <summary>What stands before it and is asked in its place; null for nothing.</summary>
    public Uri? Front { get; set; }

    public Uri Api => Front ?? new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + Prefix + "/");

    public static async Task<FakeGitHub> StartAsync(string prefix = "")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var fake = new FakeGitHub(app, prefix);
        app.Run(fake.AnswerAsync);
        await app.StartAsync();
        return fake;
    }

    public FakeComment Add(string login, string body)
    {
        var comment = new FakeComment(++_ids, login, body);
        Comments.Add(comment);
        return comment;
    }

    public static async Task<bool> Refuse(HttpContext http, int status, string message, params (string Name, string Value)[] headers)
    {
        foreach (var (name, value) in headers)
        {
            http.Response.Headers[name] = value;
        }

        await Json(http, status, new JsonObject { ["message"] = message });
        return true;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var exchange = new FakeExchange(
            http.Request.Method,
            http.Request.Path.Value![Prefix.Length..],
            http.Request.Query.ToDictionary(q => q.Key, q => q.Value.ToString(), StringComparer.Ordinal),
            http.Request.ContentType,
            await reader.ReadToEndAsync());
        lock (_gate)
        {
            Requests.Add($"{exchange.Method} {exchange.Path}");
            Tokens.Add(http.Request.Headers.Authorization);
            Exchanges.Add(exchange);
        }

        var connection = http.Response.Body;
        using var answer = new MemoryStream();
        http.Response.Body = answer;
        await AnswerAsync(http, exchange);
        exchange.Status = http.Response.StatusCode;
        exchange.Answer = Encoding.UTF8.GetString(answer.ToArray());
        answer.Position = 0;
        await answer.CopyToAsync(connection);
    }

    private async Task AnswerAsync(HttpContext http, FakeExchange exchange)
    {
        var request = $"{exchange.Method} {exchange.Path}";
        if (!http.Request.Path.Value!.StartsWith(Prefix, StringComparison.Ordinal) || await Before(http))
        {
            return;
        }

        if (request.StartsWith("GET /store/", StringComparison.Ordinal) || request.EndsWith("/zip", StringComparison.Ordinal))
        {
            await DownloadAsync(http, request);
            return;
        }

        var (status, answer) = Answer(http, request, exchange.Body.Length == 0 ? null : JsonNode.Parse(exchange.Body)!);
        if (LosesAnswer(request))
        {
            http.Abort();
            return;
        }

        http.Response.StatusCode = status;
        if (answer is not null)
        {
            await Json(http, status, answer);
        }
    }

    private (int Status, JsonNode? Answer) Answer(HttpContext http, string request, JsonNode? body)
    {
        lock (_gate)
        {
            return request switch
            {
                "GET /user" => (403, new JsonObject { ["message"] = "Resource not accessible by integration" }),
                $"GET {Repository}/pulls/7" => (200, PullRequest()),
                $"GET {Repository}/issues/7/comments" => (200, Page(http)),
                $"POST {Repository}/issues/7/comments" => (201, Add(Bot, (string)body!["body"]!).ToJson()),
                _ when request.StartsWith($"PATCH {Repository}/issues/comments/", StringComparison.Ordinal) => Update(request, (string)body!["body"]!),
                _ when request.StartsWith($"DELETE {Repository}/issues/comments/", StringComparison.Ordinal) => Delete(request),
                _ when request.StartsWith($"POST {Repository}/statuses/", StringComparison.Ordinal) => Status(request.Split('/')[^1], body!),
                _ when request.StartsWith($"GET {Repository}/commits/", StringComparison.Ordinal) => (200, new JsonArray(PullRequest())),
                $"POST {Repository}/check-runs" => Check(201, (string)body!["name"]!, body),
                _ when request.StartsWith($"PATCH {Repository}/check-runs/", StringComparison.Ordinal) => Check(200, Checks.Keys.ElementAt(int.Parse(request.Split('/')[^1], CultureInfo.InvariantCulture)), body!),
                _ when request.StartsWith($"GET {Repository}/collaborators/", StringComparison.Ordinal) => Permission(request.Split('/')[^2]),
                $"GET {Repository}/actions/artifacts" => (200, new JsonObject { ["total_count"] = Artifacts.Count, ["artifacts"] = new JsonArray([.. Artifacts.Select(a => a.ToJson())]) }),
                _ when request.StartsWith($"GET {Repository}/actions/runs/", StringComparison.Ordinal) => RunOf(long.Parse(request.Split('/')[^1], CultureInfo.InvariantCulture)),
                _ => Branch.Answer(request[(request.IndexOf(Repository, StringComparison.Ordinal) + Repository.Length)..], request.Split(' ')[0], body),
            };
        }
    }

    private JsonObject PullRequest() => new()
    {
        ["number"] = Number,
        ["state"] = IsOpen ? "open" : "closed",
        ["head"] = new JsonObject { ["sha"] = CurrentHead, ["ref"] = FakeBranch.Name, ["repo"] = new JsonObject { ["id"] = HeadRepository } },
        ["base"] = new JsonObject { ["sha"] = new string('0', 40), ["ref"] = "main", ["repo"] = new JsonObject { ["id"] = RepositoryId } },
    };

    private (int Status, JsonNode Answer) RunOf(long id) => Artifacts.Find(a => a.Run == id && !a.IsDeleted) is { } artifact ? (200, artifact.RunToJson()) : (404, new JsonObject { ["message"] = "Not Found" });

    private (int Status, JsonNode Answer) Check(int status, string name, JsonNode body)
    {
        var annotations = body["output"]!["annotations"]!.AsArray();
        if (annotations.Count > 50)
        {
            return (422, new JsonObject { ["message"] = "Only 50 annotations can be processed per request" });
        }

        var known = Checks.TryGetValue(name, out var all) ? all : Checks[name] = [];
        known.AddRange(annotations.Select(a => a!.DeepClone()));
        return (status, new JsonObject { ["id"] = Checks.Keys.ToList().IndexOf(name), ["name"] = name, ["status"] = "completed" });
    }

    private (int Status, JsonNode Answer) Permission(string login) => Permissions.TryGetValue(login, out var permission)
        ? (200, new JsonObject { ["permission"] = permission, ["user"] = new JsonObject { ["login"] = login } })
        : (404, new JsonObject { ["message"] = "Not Found" });

    /// <summary>A download is offered at another address, which must not see the token.</summary>
    private async Task DownloadAsync(HttpContext http, string request)
    {
        var id = request.Split('/') is [.., var last] && last != "zip" ? last : request.Split('/')[^2];
        if (Artifacts.Find(a => a.Id.ToString(CultureInfo.InvariantCulture) == id) is not { } artifact)
        {
            http.Response.StatusCode = 404;
        }
        else if (request.EndsWith("/zip", StringComparison.Ordinal))
        {
            http.Response.StatusCode = 302;
            http.Response.Headers.Location = $"{http.Request.Scheme}://{http.Request.Host}{Prefix}/store/{id}";
        }
        else
        {
            http.Response.StatusCode = http.Request.Headers.Authorization.Count > 0 ? 400 : 200;
            await http.Response.Body.WriteAsync(artifact.Zip);
        }
    }

    private JsonArray Page(HttpContext http)
    {
        var size = int.Parse(http.Request.Query["per_page"].FirstOrDefault() ?? "30", CultureInfo.InvariantCulture);
        var page = int.Parse(http.Request.Query["page"].FirstOrDefault() ?? "1", CultureInfo.InvariantCulture);
        if (Comments.Count > page * size)
        {
            var host = NextHost ?? Api.GetLeftPart(UriPartial.Authority);
            http.Response.Headers.Link = string.Create(CultureInfo.InvariantCulture, $"<{host}{http.Request.Path}?per_page={size}&page={page + 1}>; rel=\"next\"");
        }

        return [.. Comments.Skip((page - 1) * size).Take(size).Select(c => c.ToJson())];
    }

    private (int Status, JsonNode Answer) Update(string request, string body)
    {
        var id = int.Parse(request.Split('/')[^1], CultureInfo.InvariantCulture);
        if (Comments.Find(c => c.Id == id) is not { } comment)
        {
            return (404, new JsonObject { ["message"] = "Not Found" });
        }

        comment.Body = body;
        return (200, comment.ToJson());
    }

    private (int Status, JsonNode? Answer) Delete(string request)
    {
        var id = int.Parse(request.Split('/')[^1], CultureInfo.InvariantCulture);
        return Comments.RemoveAll(c => c.Id == id) == 0 ? (404, new JsonObject { ["message"] = "Not Found" }) : (204, null);
    }

    private (int Status, JsonNode Answer) Status(string sha, JsonNode body)
    {
        Statuses.Add((sha, (string)body["context"]!, (string)body["state"]!, (string)body["description"]!));
        return (201, new JsonObject { ["id"] = 1, ["state"] = (string)body["state"]! });
    }

    private static async Task Json(HttpContext http, int status, JsonNode answer)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(answer.ToJsonString(new JsonSerializerOptions()));
    }
}
