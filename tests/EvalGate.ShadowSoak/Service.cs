using System.Globalization;
using EvalGate.Shadow;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EvalGate.ShadowSoak;

/// <summary>A service on loopback that takes twenty milliseconds for an answer; requests take turns over the shadows.</summary>
internal sealed class Service : IAsyncDisposable
{
    private static readonly TimeSpan Work = TimeSpan.FromMilliseconds(20);

    private readonly WebApplication _application;
    private int _asked;

    private Service(WebApplication application, Shadow<string, string>[] shadows)
    {
        _application = application;
        application.MapGet("/answer", async (HttpContext context, string question) =>
            await shadows[Interlocked.Increment(ref _asked) % shadows.Length].RunAsync(question, context.RequestAborted));
    }

    /// <summary>How many requests came.</summary>
    public int Asked => _asked;

    public Uri Address => new(_application.Urls.Single());

    public static async Task<Service> StartAsync(Shadow<string, string>[] shadows)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        var service = new Service(builder.Build(), shadows);
        await service._application.StartAsync();
        return service;
    }

    public static async Task<string> AnswerAsync(string question, CancellationToken cancellationToken)
    {
        await Task.Delay(Work, cancellationToken);
        return string.Create(CultureInfo.InvariantCulture, $"incumbent: {question}");
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
