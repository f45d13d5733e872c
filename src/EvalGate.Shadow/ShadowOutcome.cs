namespace EvalGate.Shadow;

/// <summary>What became of a request in a shadow: each ends in exactly one of these, so that none is lost without being counted.</summary>
public enum ShadowOutcome
{
    /// <summary>Both answers are in the log. A candidate that failed or ran out of time has answered too.</summary>
    Logged,

    /// <summary>Not in the sample.</summary>
    NotSampled,

    /// <summary>The switch was off, or went off meanwhile.</summary>
    Off,

    /// <summary>The description said that no shadow may see it.</summary>
    Unfit,

    /// <summary>The description threw.</summary>
    Undescribed,

    /// <summary>As many shadow calls as allowed were in flight.</summary>
    Busy,

    /// <summary>The candidate had failed too often and was left alone.</summary>
    BreakerOpen,

    /// <summary>The caller gave up before the incumbent answered.</summary>
    Cancelled,

    /// <summary>The incumbent threw: there is nothing to compare with.</summary>
    IncumbentFailed,

    /// <summary>The input or the incumbent's output was longer than is logged.</summary>
    TooLarge,

    /// <summary>The input or the incumbent's output could not be written as JSON, or a function of the options threw.</summary>
    Unwritable,

    /// <summary>The log's queue was full, or the log was closed.</summary>
    LogFull,

    /// <summary>The disk refused.</summary>
    DiskFailed,
}
