using EvalGate.Model;

namespace EvalGate.Commands;

/// <summary>What a suite must have for a command to work with it.</summary>
internal sealed class SuitePart
{
    private readonly string _reason;

    private SuitePart(Predicate<Suite> has, string reason) => (Has, _reason) = (has, reason);

    public static SuitePart Gate { get; } = new(s => s.Gate is not null, "has no 'gate:', so there is nothing to judge");

    public static SuitePart Snapshots { get; } = new(s => s.Snapshots is not null, "has no 'snapshots:', so there is nothing to approve");

    /// <summary>Nothing in particular.</summary>
    public static SuitePart Any { get; } = new(_ => true, "");

    /// <summary>Nothing in particular, and its cases may lack what the suite asks of them: they are about to be edited.</summary>
    public static SuitePart Cases { get; } = new(_ => true, "") { MayHaveGaps = true };

    private bool MayHaveGaps { get; init; }

    /// <summary>Whether a suite is in the way.</summary>
    public bool Refuses(CheckedSuite suite) => MayHaveGaps ? suite.Faults.Any(d => d.Severity == Severity.Error) : suite.HasErrors;

    /// <summary>Whether a suite has it.</summary>
    public Predicate<Suite> Has { get; }

    /// <summary>What is said of a suite that has not.</summary>
    public Diagnostic Missing(CheckedSuite suite) =>
        new(DiagnosticCodes.MissingKey, Severity.Error, $"suite '{suite.Suite!.Name}' {_reason}.", suite.Suite.Place);
}
