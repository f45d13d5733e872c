using System.Text.Json.Nodes;

namespace EvalGate.GitHub.Tests;

/// <summary>A comment on the pull request.</summary>
internal sealed class FakeComment(int id, string login, string body)
{
    public int Id => id;

    public string Login => login;

    public string Body { get; set; } = body;

    public JsonObject ToJson() => new() { ["id"] = id, ["body"] = Body, ["user"] = new JsonObject { ["login"] = login } };
}
