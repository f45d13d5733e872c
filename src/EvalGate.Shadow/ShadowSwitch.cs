namespace EvalGate.Shadow;

/// <summary>The kill switch. Off, no shadow call begins and those in flight are cancelled; the incumbent is never touched.</summary>
#pragma warning disable CA1001 // Its source has no timer, so nothing is held.
public sealed class ShadowSwitch
#pragma warning restore CA1001
{
    private volatile CancellationTokenSource _source = new();

    /// <summary>True while shadows may run. They may from the start.</summary>
    public bool IsOn => !_source.IsCancellationRequested;

    /// <summary>Cancelled when the switch goes off.</summary>
    internal CancellationToken Token => _source.Token;

    /// <summary>Stops everything, now.</summary>
    public void TurnOff() => _ = _source.CancelAsync();

    /// <summary>Lets shadows run again.</summary>
    public void TurnOn()
    {
        if (!IsOn)
        {
            _source = new();
        }
    }
}
