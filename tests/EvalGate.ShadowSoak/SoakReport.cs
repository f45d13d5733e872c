using System.Globalization;

namespace EvalGate.ShadowSoak;

/// <summary>What came of a soak.</summary>
public sealed record SoakReport
{
    private const double Factor = 1.05;
    private const double Milliseconds = 1;
    private const long Growth = 64 * 1024 * 1024;

    /// <summary>How the service was soaked.</summary>
    public required SoakOptions Options { get; init; }

    /// <summary>Requests.</summary>
    public required int Requests { get; init; }

    /// <summary>Requests that did not get the incumbent's answer.</summary>
    public required int Failed { get; init; }

    /// <summary>Requests that ended in no outcome, or in more than one.</summary>
    public required long Uncounted { get; init; }

    /// <summary>What became of the requests of each kind of candidate.</summary>
    public required IReadOnlyList<string> Counts { get; init; }

    /// <summary>The most bytes that waited for the disk.</summary>
    public required long MostQueued { get; init; }

    /// <summary>The most candidates that ran at once.</summary>
    public required int MostConcurrent { get; init; }

    /// <summary>Kinds of candidates.</summary>
    public required int Kinds { get; init; }

    /// <summary>Managed memory that was not there before.</summary>
    public required long GrownBytes { get; init; }

    /// <summary>The 99th percentile in milliseconds while shadows were on.</summary>
    public required double P99With { get; init; }

    /// <summary>The same while they were off.</summary>
    public required double P99Without { get; init; }

    /// <summary>What was promised and not kept, the time of answers excepted.</summary>
    public IReadOnlyList<string> BrokenBounds =>
    [
        .. If(Failed > 0, $"{Failed} requests failed"),
        .. If(Uncounted != 0, $"{Uncounted} requests were not counted"),
        .. If(MostQueued > Options.MaxQueuedBytes, $"{MostQueued} bytes waited for the disk"),
        .. If(MostConcurrent > Options.MaxConcurrent * Kinds, $"{MostConcurrent} candidates ran at once"),
        .. If(GrownBytes > Growth, $"memory grew by {GrownBytes} bytes"),
    ];

    /// <summary>Everything that was promised and not kept.</summary>
    public IReadOnlyList<string> Broken => [.. BrokenBounds, .. If(P99With > (P99Without * Factor) + Milliseconds, "the incumbent became slower")];

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"""
        {Requests} requests, {Failed} failed, {Uncounted} uncounted
        p99 {P99With:0.00} ms with shadows, {P99Without:0.00} ms without
        at most {MostQueued} bytes queued and {MostConcurrent} candidates at once; memory grew by {GrownBytes / 1024} KiB
        {string.Join('\n', Counts)}
        {(Broken is [] ? "all kept" : string.Join("; ", Broken))}
        """);

    private static IEnumerable<string> If(bool isBroken, FormattableString what) => isBroken ? [FormattableString.Invariant(what)] : [];

    private static IEnumerable<string> If(bool isBroken, string what) => isBroken ? [what] : [];
}
