using System.Net.Http.Json;
using EvalGate.Files;
using Microsoft.AspNetCore.Builder;

namespace EvalGate.Shadow.Tests.Samples;

public static class TheSample
{
    private static readonly Ticket Question = new("chat-7", "de", "Wo ist mein Paket?");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public static async Task AnswersLogsAndSwitchesOff()
    {
        using var folder = new TempFolder();
        var asked = 0;
        await using (var service = ShadowedService.Build(folder.Path, (_, _) => Task.FromResult(new Reply("Unterwegs.")), (_, _) => Task.FromResult(new Reply($"Weg, {++asked}."))))
        {
            await service.StartAsync(Cancel);
            using var client = new HttpClient { BaseAddress = new(service.Urls.Single()) };
            Assert.Equal(new("Unterwegs."), await AskAsync(client));
            while (await client.GetStringAsync(new Uri("shadow", UriKind.Relative), Cancel) != "logged 1")
            {
                await Task.Delay(5, Cancel);
            }

            (await client.PostAsync(new Uri("shadow/off", UriKind.Relative), null, Cancel)).EnsureSuccessStatusCode();
            Assert.Equal(new("Unterwegs."), await AskAsync(client));
            Assert.Equal("logged 1, off 1", await client.GetStringAsync(new Uri("shadow", UriKind.Relative), Cancel));
        }

        var pair = Assert.Single(new ShadowLogReader().Read(folder.Path, Directory.GetFiles(folder.Path)));
        Assert.Equal((1, "de", "Weg, 1."), (asked, pair.Slices["language"][0], pair.Shadow.Output.GetProperty("text").GetString()));
    }

    private static async Task<Reply?> AskAsync(HttpClient client)
    {
        using var response = await client.PostAsJsonAsync("answer", Question, Cancel);
        return await response.Content.ReadFromJsonAsync<Reply>(Cancel);
    }
}
