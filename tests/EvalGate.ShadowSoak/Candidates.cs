using EvalGate.Shadow;

namespace EvalGate.ShadowSoak;

/// <summary>What may go wrong with a candidate, each in a shadow of its own.</summary>
/// <param name="ended">Lets go of those that would block for good.</param>
internal sealed class Candidates(Task ended)
{
    private readonly Lock _gate = new();
    private int _running;

    /// <summary>The most of one kind that ran at once.</summary>
    public int Most { get; private set; }

    public Func<string, CancellationToken, Task<string>>[] All =>
    [
        Counted((question, _) => Task.FromResult($"fine: {question}")),
        Counted((_, _) => throw new InvalidOperationException("no")),
        Counted(async (_, stop) =>
        {
            await Task.Delay(Timeout.Infinite, stop);
            return "";
        }),
        Counted((_, _) =>
        {
            ((IAsyncResult)ended).AsyncWaitHandle.WaitOne();
            return Task.FromResult("");
        }),
        Counted((_, _) => Task.FromResult(new string('f', 1_000_000))),
        Counted((question, _) => Task.FromResult(string.Concat(question.Select((c, i) => (char)(0xD700 + (i * c)))))),
    ];

    private Func<string, CancellationToken, Task<string>> Counted(Func<string, CancellationToken, Task<string>> candidate) => async (question, stop) =>
    {
        lock (_gate)
        {
            Most = Math.Max(Most, ++_running);
        }

        try
        {
            return await candidate(question, stop);
        }
        finally
        {
            lock (_gate)
            {
                _running--;
            }
        }
    };
}
