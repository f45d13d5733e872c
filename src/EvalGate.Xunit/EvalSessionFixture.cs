using EvalGate.Commands;

namespace EvalGate.Xunit;

/// <summary>Ends the session where no Microsoft.Testing.Platform does: judges what ran, and fails when it blocks. Added by the build.</summary>
public sealed class EvalSessionFixture : IAsyncDisposable
{
    private readonly BlockingVerdicts _verdicts = new();

    /// <summary>Takes the verdicts where no test platform does.</summary>
    public EvalSessionFixture()
    {
        if (!EvalHost.Current.IsHosted)
        {
            EvalHost.Current.Sink = _verdicts;
        }
    }

    /// <summary>Judges every suite that ran; under Microsoft.Testing.Platform this was done already.</summary>
    /// <exception cref="EvalGateException">A suite blocks.</exception>
    public async ValueTask DisposeAsync()
    {
        var host = EvalHost.Current;
        if (host.IsHosted)
        {
            return;
        }

        await host.FinishAsync();
        await EvalHost.EndAsync();
        _verdicts.Throw();
    }

    /// <summary>Writes verdicts to standard error and remembers those that block.</summary>
    private sealed class BlockingVerdicts : IVerdictSink
    {
        private readonly List<ShownVerdict> _blocking = [];

        public async Task ShowAsync(ShownVerdict verdict)
        {
            await Console.Error.WriteLineAsync(verdict.Text);
            if (verdict.Effect == Effect.Blocks)
            {
                _blocking.Add(verdict);
            }
        }

        public void Throw()
        {
            if (_blocking.Count > 0)
            {
                throw new EvalGateException(string.Join('\n', _blocking.Select(v => v.Headline)));
            }
        }
    }
}
