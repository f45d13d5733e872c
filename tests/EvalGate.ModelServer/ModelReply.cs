namespace EvalGate.ModelServer;

/// <summary>What the server does with one call.</summary>
public abstract record ModelReply
{
    private protected ModelReply()
    {
    }
}

/// <summary>Answers.</summary>
/// <param name="Text">What the model says.</param>
public sealed record Says(string Text) : ModelReply
{
    /// <summary>How long it takes.</summary>
    public TimeSpan After { get; init; }

    /// <summary>The version of the model that says so.</summary>
    public string Version { get; init; } = "2026";

    /// <summary>Why it ended.</summary>
    public string Finish { get; init; } = "stop";
}

/// <summary>Asks for a tool.</summary>
/// <param name="Tool">The tool's name.</param>
/// <param name="Arguments">Its arguments as JSON.</param>
public sealed record CallsTool(string Tool, string Arguments) : ModelReply;

/// <summary>Refuses with a status.</summary>
/// <param name="Status">The status.</param>
public sealed record Refuses(int Status) : ModelReply
{
    /// <summary>The code in the error; null for none.</summary>
    public string? Code { get; init; }

    /// <summary>What stands in Retry-After; null for no such header.</summary>
    public string? RetryAfter { get; init; }
}

/// <summary>Begins to answer and breaks off.</summary>
/// <param name="Text">What is still said.</param>
public sealed record BreaksOff(string Text) : ModelReply;

/// <summary>Answers with something that is not JSON.</summary>
public sealed record Babbles : ModelReply;
