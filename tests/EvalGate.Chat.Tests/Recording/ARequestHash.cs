using EvalGate.Recordings;
using Microsoft.Extensions.AI;

namespace EvalGate.Chat.Tests.Recording;

public static class ARequestHash
{
    /// <summary>What users have in their repositories: it may only change together with the version of the file.</summary>
    [Fact]
    public static void IsTheSameOnEveryMachineAndWithEveryLibrary()
    {
        var request = ChatRequestJson.Of(
            [
                new(ChatRole.User, "Größe?"),
                new(ChatRole.Assistant, [new FunctionCallContent("call_8fd1", "size", new Dictionary<string, object?> { ["of"] = "tent" })]),
                new(ChatRole.Tool, [new FunctionResultContent("call_8fd1", "2 m")]),
            ],
            new() { Temperature = 0.1f, StopSequences = ["\n"], ResponseFormat = ChatResponseFormat.Json },
            "tiny");

        Assert.Equal(
            """{"call":"chat","format":"json","messages":[{"contents":[{"text":"Größe?","type":"text"}],"role":"user"},{"contents":[{"arguments":{"of":"tent"},"id":"call-1","name":"size","type":"call"}],"role":"assistant"},{"contents":[{"id":"call-1","result":"2 m","type":"result"}],"role":"tool"}],"model":"tiny","stop":["\n"],"temperature":0.1}""",
            Model.CanonicalJson.Text(request));
        Assert.Equal("021fcb01233b5d1754c16cfc635cf41a", RecordedCall.HashOf(request));
    }

    [Fact]
    public static void DoesNotDependOnIdsThatServicesMakeUp() => Assert.Equal(HashWith("call_a", "x"), HashWith("call_b", "x"));

    [Fact]
    public static void ChangesWithEverythingThatTheModelIsTold()
    {
        ChatOptions?[] options =
        [
            null, new() { ModelId = "other" }, new() { Temperature = 0 }, new() { TopP = 1 }, new() { TopK = 1 }, new() { MaxOutputTokens = 1 }, new() { Seed = 1 },
            new() { FrequencyPenalty = 1 }, new() { PresencePenalty = 1 }, new() { Instructions = "x" }, new() { StopSequences = ["x"] },
            new() { ResponseFormat = ChatResponseFormat.Text }, new() { ToolMode = ChatToolMode.RequireAny }, new() { ToolMode = ChatToolMode.None },
            new() { AllowMultipleToolCalls = true }, new() { AdditionalProperties = new() { ["effort"] = "low" } },
            new() { Tools = [AIFunctionFactory.Create(() => 1, "a", "b")] }, new() { Tools = [AIFunctionFactory.Create((int x) => x, "a", "b")] },
        ];

        var hashes = options.Select(o => RecordedCall.HashOf(ChatRequestJson.Of([new(ChatRole.User, "x")], o, "tiny"))).Append(HashWith("a", "x")).Append(HashWith("a", "y"));

        Assert.Equal(options.Length + 2, hashes.Distinct().Count());
    }

    private static string HashWith(string callId, string result) =>
        RecordedCall.HashOf(ChatRequestJson.Of([new(ChatRole.Tool, [new FunctionResultContent(callId, result)])], null, "tiny"));
}
