namespace EvalGate.Xunit;

/// <summary>Shows a verdict in the runner that hosts this process.</summary>
internal interface IVerdictSink
{
    /// <summary>Shows one verdict; called once per suite.</summary>
    Task ShowAsync(ShownVerdict verdict);
}
