using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace EvalGate.Warehouse.Tests.Servers;

/// <summary>A server on a port that the system gives it, with one answer after the other.</summary>
internal sealed class AnsweringServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<(int Status, string Text)> _answers;
    private readonly WebApplication _application;

    private AnsweringServer(IEnumerable<(int, string)> answers)
    {
        _answers = new(answers);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _application = builder.Build();
        _application.Run(AnswerAsync);
    }

    public Uri Address => new(_application.Urls.Single());

    /// <summary>Queries and bodies of the requests so far.</summary>
    public ConcurrentQueue<(string Query, string Body)> Asked { get; } = [];

    public static async Task<AnsweringServer> StartAsync(params IEnumerable<(int Status, string Text)> answers)
    {
        var server = new AnsweringServer(answers);
        await server._application.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        using var body = new StreamReader(http.Request.Body);
        Asked.Enqueue((http.Request.QueryString.Value!, await body.ReadToEndAsync()));
        (http.Response.StatusCode, var text) = _answers.TryDequeue(out var answer) ? answer : (410, "There is no further answer.");
        await http.Response.WriteAsync(text);
    }
}
