using System.Text.Json;
using Microsoft.Extensions.AI;

namespace EvalGate.Shadow.Tests;

public static class AShadowedChat
{
    private static readonly ChatMessage[] Question = [new(ChatRole.System, "Be kind."), new(ChatRole.User, "Where is it?")];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public static async Task AnswersAsTheIncumbentAndLogsBoth()
    {
        using var folder = new TempFolder();
        using var chat = Shadowed(folder, new AChat("On its way."), new AChat("Lost."), out var log, new() { Cost = usage => usage.OutputTokens * 0.5m });

        var response = await chat.GetResponseAsync(Question, cancellationToken: Cancel);
        var pair = Assert.Single(await PairsAsync(folder, chat, log));

        Assert.Equal("On its way.", response.Text);
        Assert.Equal("""{"messages":[{"role":"system","text":"Be kind.","other":null},{"role":"user","text":"Where is it?","other":null}]}""", pair.GetProperty("input").GetRawText());
        Assert.Equal("""{"text":"Lost.","calls":[],"finish":"stop"}""", pair.GetProperty("shadow").GetProperty("output").GetRawText());
        Assert.Equal(("tiny", 12, 3, 1.5), Usage(pair.GetProperty("incumbent")));
    }

    [Fact]
    public static async Task StreamsEveryUpdateAndLogsTheWhole()
    {
        using var folder = new TempFolder();
        using var chat = Shadowed(folder, new AChat("On its way."), new AChat("Lost."), out var log);

        var updates = await chat.GetStreamingResponseAsync(Question, cancellationToken: Cancel).Select(u => u.Text).ToArrayAsync(Cancel);
        var pair = Assert.Single(await PairsAsync(folder, chat, log));

        Assert.Equal("On its way.".Select(c => $"{c}"), updates);
        Assert.Equal(["On its way.", "Lost."], new[] { "incumbent", "shadow" }.Select(s => pair.GetProperty(s).GetProperty("output").GetProperty("text").GetString()));
    }

    [Fact]
    public static async Task ForgetsAStreamThatItsReaderLeaves()
    {
        using var folder = new TempFolder();
        using var chat = Shadowed(folder, new AChat("On its way."), new AChat("Lost."), out var log);

        await foreach (var _ in chat.GetStreamingResponseAsync(Question, cancellationToken: Cancel))
        {
            break;
        }

        Assert.Empty(await PairsAsync(folder, chat, log));
        Assert.Equal("cancelled 1", Counts(chat));
    }

    [Fact]
    public static async Task PassesOnAStreamThatIsTooLongToLog()
    {
        using var folder = new TempFolder();
        var options = AShadow.Everything with { MaxTextBytes = 100 };
        using var chat = Shadowed(folder, new AChat(new string('x', 500)), new AChat("Lost."), out var log, options: options);

        Assert.Equal(500, await chat.GetStreamingResponseAsync(Question, cancellationToken: Cancel).CountAsync(Cancel));
        Assert.Empty(await PairsAsync(folder, chat, log));
        Assert.Equal("too_large 1", Counts(chat));
    }

    [Fact]
    public static async Task StopsListeningToACandidateThatFloods()
    {
        using var folder = new TempFolder();
        using var chat = Shadowed(folder, new AChat("On its way."), new AChat(new string('x', 1_000_000)), out var log, options: AShadow.Everything with { MaxTextBytes = 300 });

        await chat.GetStreamingResponseAsync(Question, cancellationToken: Cancel).CountAsync(Cancel);

        Assert.Equal("too_large", Assert.Single(await PairsAsync(folder, chat, log)).GetProperty("shadow").GetProperty("error").GetProperty("kind").GetString());
    }

    [Fact]
    public static async Task AsksTheCandidateForItsOwnModelAndLeavesTheCallersOptionsAlone()
    {
        using var folder = new TempFolder();
        using var candidate = new AChat("Lost.");
        using var chat = Shadowed(folder, new AChat("On its way."), candidate, out var log);
        var options = new ChatOptions { ModelId = "tiny", Temperature = 0.5f };

        await chat.GetResponseAsync(Question, options, Cancel);
        await PairsAsync(folder, chat, log);

        var asked = Assert.Single(candidate.Asked)!;
        Assert.Equal((null, 0.5f), (asked.ModelId, asked.Temperature));
        Assert.Equal("tiny", options.ModelId);
    }

    [Fact]
    public static async Task LeavesConversationsThatTheServiceKeepsAlone()
    {
        using var folder = new TempFolder();
        using var candidate = new AChat("Lost.");
        using var chat = Shadowed(folder, new AChat("On its way."), candidate, out var log);

        await chat.GetResponseAsync(Question, new() { ConversationId = "kept" }, Cancel);
        await PairsAsync(folder, chat, log);

        Assert.Empty(candidate.Asked);
        Assert.Equal("unfit 1", Counts(chat));
    }

    [Fact]
    public static async Task ComparesTheConversationAsItWas()
    {
        using var folder = new TempFolder();
        var heard = 0;
        using var chat = Shadowed(folder, new AChat("On its way."), new AChat((messages, _) => $"{heard = messages.Length}"), out var log);
        List<ChatMessage> messages = [.. Question];

        messages.AddMessages(await chat.GetResponseAsync(messages, cancellationToken: Cancel));
        await PairsAsync(folder, chat, log);

        Assert.Equal((2, 3), (heard, messages.Count));
    }

    [Fact]
    public static async Task OwnsTheIncumbentOnly()
    {
        using var folder = new TempFolder();
        using var incumbent = new AChat("");
        using var candidate = new AChat("");
        var chat = Shadowed(folder, incumbent, candidate, out var log);
        chat.Dispose();
        await log.DisposeAsync();

        Assert.Equal((true, false), (incumbent.IsDisposed, candidate.IsDisposed));
    }

    private static IChatClient Shadowed(TempFolder folder, IChatClient incumbent, IChatClient candidate, out ShadowLog log, ChatShadow? read = null, ShadowOptions? options = null)
    {
        log = new(new() { Folder = folder.Path, CloseTimeout = AShadow.Patience });
        return incumbent.UseShadow(candidate, log, options ?? AShadow.Everything, read);
    }

    private static string Counts(IChatClient chat) => chat.GetService<ShadowCounts>()!.ToString();

    private static (string?, int, int, double?) Usage(JsonElement side) => (
        side.GetProperty("model").GetString(), side.GetProperty("input_tokens").GetInt32(), side.GetProperty("output_tokens").GetInt32(),
        side.TryGetProperty("cost_usd", out var cost) ? cost.GetDouble() : null);

    private static async Task<JsonElement[]> PairsAsync(TempFolder folder, IChatClient chat, ShadowLog log)
    {
        while (chat.GetService<ShadowCounts>()!.Total == 0)
        {
            await Task.Delay(2, Cancel);
        }

        await log.DisposeAsync();
        return [.. Directory.GetFiles(folder.Path).SelectMany(f => File.ReadAllLines(f).Skip(1)).Select(l => JsonElement.Parse(l))];
    }
}
