namespace EvalGate.GitHub.Tests;

/// <summary>A request, and what was answered.</summary>
/// <param name="Method">Such as <c>POST</c>.</param>
/// <param name="Path">Relative to the API, with a slash at its start.</param>
/// <param name="Query">Values by name.</param>
/// <param name="Type">The media type of the request's body; null without one.</param>
/// <param name="Body">The request's body.</param>
internal sealed record FakeExchange(string Method, string Path, IReadOnlyDictionary<string, string> Query, string? Type, string Body)
{
    public int Status { get; set; }

    public string Answer { get; set; } = "";
}
