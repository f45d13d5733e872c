namespace EvalGate.Chat;

/// <summary>How many calls may be in flight: half as many after each rate limit, one more after as many successes as the limit counts.</summary>
internal sealed class AdaptiveLimit(int most)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<TaskCompletionSource> _waiting = new();
    private double _limit = most;
    private int _inFlight;
    private int _cuts;

    /// <summary>Calls that may be in flight now.</summary>
    public int Current
    {
        get { lock (_lock) { return (int)_limit; } }
    }

    /// <summary>Waits for a turn.</summary>
    /// <returns>What <see cref="Leave"/> wants back.</returns>
    public async Task<int> EnterAsync(CancellationToken cancellationToken)
    {
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        LinkedListNode<TaskCompletionSource> place;
        lock (_lock)
        {
            place = _waiting.AddLast(turn);
            Admit();
        }

        try
        {
            await turn.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            GiveUp(place);
            throw;
        }

        lock (_lock)
        {
            return _cuts;
        }
    }

    /// <summary>Ends a turn.</summary>
    /// <param name="entered">What <see cref="EnterAsync"/> returned: calls that were in flight together are one reason to slow down, not many.</param>
    /// <param name="wasLimited">Whether the service said that it is asked too much.</param>
    public void Leave(int entered, bool wasLimited)
    {
        lock (_lock)
        {
            _inFlight--;
            if (wasLimited && entered == _cuts)
            {
                _limit = Math.Max(1, Math.Floor(_limit / 2));
                _cuts++;
            }
            else if (!wasLimited)
            {
                _limit = Math.Min(most, _limit + 1 / _limit);
            }

            Admit();
        }
    }

    private void GiveUp(LinkedListNode<TaskCompletionSource> place)
    {
        lock (_lock)
        {
            if (place.List is not null)
            {
                _waiting.Remove(place);
                return;
            }

            // Admitted at the moment it gave up.
            _inFlight--;
            Admit();
        }
    }

    private void Admit()
    {
        while (_inFlight < (int)_limit && _waiting.First is { } next)
        {
            _waiting.RemoveFirst();
            _inFlight++;
            next.Value.SetResult();
        }
    }
}
