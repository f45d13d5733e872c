namespace EvalGate.Model;

/// <summary>What lay behind an error, where that is known; <see cref="ErrorKind"/> says how it counts.</summary>
public enum ErrorCause
{
    /// <summary>The service refused because it was asked too much.</summary>
    RateLimit,

    /// <summary>The service or the way to it failed.</summary>
    Service,

    /// <summary>A key is missing, wrong or not allowed to ask.</summary>
    Authentication,

    /// <summary>Nothing came in time.</summary>
    Timeout,

    /// <summary>The service's own filter withheld the answer.</summary>
    ContentFilter,

    /// <summary>What came back was cut off, or not in the service's own format.</summary>
    BrokenAnswer,

    /// <summary>A replay had no recording of the call.</summary>
    NotRecorded,
}
