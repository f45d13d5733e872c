namespace EvalGate.Shadow;

/// <summary>What a shadow knows of one request.</summary>
/// <param name="Key">
/// What sampling hangs on, and what is counted together as one unit: a conversation or a user where there is one, else the request.
/// One key is always or never sampled. The log holds only its hash.
/// </param>
public sealed record ShadowRequest(string Key)
{
    /// <summary>The request's own id: a request that is tried again under its id counts once. Null where no request is ever repeated.</summary>
    public string? Id { get; init; }

    /// <summary>Slice attributes and values, as in a suite.</summary>
    public IReadOnlyDictionary<string, string> Slices { get; init; } = new Dictionary<string, string>();
}
