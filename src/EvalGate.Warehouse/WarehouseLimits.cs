namespace EvalGate.Warehouse;

/// <summary>What reading may cost.</summary>
public sealed record WarehouseLimits
{
    /// <summary>How much memory the embedded engine may use before it spills to disk, in megabytes.</summary>
    public int Megabytes { get; init; } = 1024;

    /// <summary>How many threads the embedded engine may use; 0 for one per processor.</summary>
    public int Threads { get; init; }

    /// <summary>How long a query may take on a server.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(30);
}
