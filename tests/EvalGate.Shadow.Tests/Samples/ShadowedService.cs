using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EvalGate.Shadow.Tests.Samples;

public sealed record Ticket(string Conversation, string Language, string Question);

public sealed record Reply(string Text);

/// <summary>A service in ASP.NET Core with a candidate in its shadow; the README shows it.</summary>
internal static class ShadowedService
{
    public static WebApplication Build(string logs, Func<Ticket, CancellationToken, Task<Reply>> assistant, Func<Ticket, CancellationToken, Task<Reply>> next)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");

        builder.Services.AddSingleton<ShadowSwitch>();
        builder.Services.AddSingleton(_ => new ShadowLog(new() { Folder = logs }));   // made by the container, so closed by it
        builder.Services.AddSingleton(services => new Shadow<Ticket, Reply>(
            new()
            {
                Incumbent = assistant,
                Candidate = next,                                                     // outlives requests: nothing scoped
                Describe = ticket => new(ticket.Conversation) { Slices = new Dictionary<string, string> { ["language"] = ticket.Language } },
            },
            services.GetRequiredService<ShadowLog>(),
            new() { Inputs = ShadowInputs.Value, Rate = 1, Switch = services.GetRequiredService<ShadowSwitch>() }));

        var service = builder.Build();
        service.MapPost("/answer", (Ticket ticket, Shadow<Ticket, Reply> shadow, CancellationToken aborted) => shadow.RunAsync(ticket, aborted));
        service.MapPost("/shadow/off", (ShadowSwitch shadowing) => shadowing.TurnOff());
        service.MapGet("/shadow", (Shadow<Ticket, Reply> shadow) => shadow.Counts.ToString());
        return service;
    }
}
