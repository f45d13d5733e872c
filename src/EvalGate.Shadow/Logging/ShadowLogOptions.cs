namespace EvalGate.Shadow;

/// <summary>Where pairs are logged, and how much room they may take.</summary>
public sealed record ShadowLogOptions
{
    /// <summary>The folder, one per process; it is made when the first pair comes.</summary>
    public required string Folder { get; init; }

    /// <summary>What file names begin with: letters, digits, "-" and "_". Default "shadow".</summary>
    public string Name { get; init; } = "shadow";

    /// <summary>A file that has reached this size is closed and the next one begun. Default 64 MiB.</summary>
    public long MaxFileBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>How many files of this name are kept in the folder; the oldest are deleted. Default 16.</summary>
    public int MaxFiles { get; init; } = 16;

    /// <summary>Bytes that may wait for the disk; what comes beyond is dropped and counted. Default 16 MiB.</summary>
    public long MaxQueuedBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>How long closing waits for what is queued. Default 5 s.</summary>
    public TimeSpan CloseTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The clock that names files. Default the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
