namespace EvalGate.Tool;

/// <summary>What the process returns.</summary>
internal static class ExitCode
{
    public const int NothingBlocks = 0;
    public const int Blocked = 1;
    public const int NotJudged = 2;

    /// <summary>EvalGate failed, or was called wrongly.</summary>
    public const int Failed = 3;
}
