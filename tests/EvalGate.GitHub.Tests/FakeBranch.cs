using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace EvalGate.GitHub.Tests;

/// <summary>The branch of the pull request: its files, and the commits that are put on it.</summary>
internal sealed class FakeBranch
{
    public const string Name = "new-model";
    private const string Head = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private const string Made = "cccccccccccccccccccccccccccccccccccccccc";
    private JsonNode? _tree;

    /// <summary>Contents by path.</summary>
    public Dictionary<string, string> Files { get; } = [];

    /// <summary>Messages of the commits that arrived.</summary>
    public List<string> Commits { get; } = [];

    private string? Prepared { get; set; }

    public (int Status, JsonNode Answer) Answer(string path, string method, JsonNode? body) => (method, path) switch
    {
        ("GET", _) when path.StartsWith("/contents/", StringComparison.Ordinal) => Content(Uri.UnescapeDataString(path["/contents/".Length..].Split('?')[0])),
        ("GET", _) when path.StartsWith("/git/commits/", StringComparison.Ordinal) => (200, Commit(FakeGitHub.Head)),
        ("GET", "/git/trees/" + Head) => (200, WholeTree()),
        ("POST", "/git/trees") => (201, Tree(body!)),
        ("POST", "/git/commits") => (201, Prepare(body!)),
        ("PATCH", "/git/refs/heads/" + Name) => Update(body!),
        _ => (404, new JsonObject { ["message"] = "Not Found" }),
    };

    private (int Status, JsonNode Answer) Content(string path) => Files.TryGetValue(path, out var text)
        ? (200, new JsonObject { ["type"] = "file", ["path"] = path, ["name"] = path, ["sha"] = Made, ["encoding"] = "base64", ["content"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(text)) })
        : (404, new JsonObject { ["message"] = "Not Found" });

    private JsonObject WholeTree() => new()
    {
        ["sha"] = Made,
        ["truncated"] = false,
        ["tree"] = new JsonArray([.. Files.Select(f => new JsonObject { ["path"] = f.Key, ["mode"] = "100644", ["type"] = "blob", ["sha"] = BlobOf(Encoding.UTF8.GetBytes(f.Value)) })]),
    };

    /// <summary>The name that git gives a file's contents.</summary>
    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "Git's names are SHA-1.")]
    private static string BlobOf(byte[] bytes) => Convert.ToHexStringLower(SHA1.HashData([.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"blob {bytes.Length}\0")), .. bytes]));

    private JsonObject Tree(JsonNode body)
    {
        _tree = body["tree"]!.DeepClone();
        return new() { ["sha"] = Made, ["tree"] = new JsonArray() };
    }

    private JsonObject Prepare(JsonNode body)
    {
        Prepared = (string)body["parents"]![0]! == FakeGitHub.Head ? (string)body["message"]! : null;
        return Commit(Made);
    }

    /// <summary>Only what follows the head is taken.</summary>
    private (int Status, JsonNode Answer) Update(JsonNode body)
    {
        if (Prepared is not { } message || (bool?)body["force"] == true)
        {
            return (422, new JsonObject { ["message"] = "Update is not a fast forward" });
        }

        Commits.Add(message);
        foreach (var file in _tree!.AsArray())
        {
            Files[(string)file!["path"]!] = (string)file["content"]!;
        }

        return (200, new JsonObject { ["ref"] = $"refs/heads/{Name}", ["object"] = new JsonObject { ["sha"] = (string)body["sha"]!, ["type"] = "commit" } });
    }

    private static JsonObject Commit(string sha) => new() { ["sha"] = sha, ["message"] = "", ["tree"] = new JsonObject { ["sha"] = sha } };
}
