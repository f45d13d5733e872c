using System.Globalization;
using System.Text.Json.Nodes;

namespace EvalGate.GitHub.Tests;

/// <summary>What a workflow run left behind.</summary>
internal sealed record FakeArtifact(int Id, byte[] Zip)
{
    public string Name { get; init; } = "verdicts";

    public string HeadSha { get; init; } = FakeGitHub.Head;

    public string HeadBranch { get; init; } = FakeBranch.Name;

    public long HeadRepository { get; init; } = FakeGitHub.RepositoryId;

    public long Run { get; init; } = 100;

    public string Event { get; init; } = "push";

    public string Workflow { get; init; } = ".github/workflows/baseline.yml";

    public string Conclusion { get; init; } = "success";

    public bool IsExpired { get; init; }

    /// <summary>Whether the run that left it is gone.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>The run that left it.</summary>
    public JsonObject RunToJson() => new()
    {
        ["id"] = Run,
        ["event"] = Event,
        ["path"] = Workflow,
        ["status"] = "completed",
        ["conclusion"] = Conclusion,
        ["head_branch"] = HeadBranch,
        ["head_sha"] = HeadSha,
        ["repository"] = new JsonObject { ["id"] = FakeGitHub.RepositoryId },
        ["head_repository"] = new JsonObject { ["id"] = HeadRepository },
    };

    public JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["name"] = Name,
        ["expired"] = IsExpired,
        ["size_in_bytes"] = Zip.Length,
        ["created_at"] = string.Create(CultureInfo.InvariantCulture, $"2026-11-25T12:00:{Id % 60:00}Z"),
        ["workflow_run"] = new JsonObject { ["id"] = Run, ["repository_id"] = FakeGitHub.RepositoryId, ["head_repository_id"] = HeadRepository, ["head_branch"] = HeadBranch, ["head_sha"] = HeadSha },
    };
}
