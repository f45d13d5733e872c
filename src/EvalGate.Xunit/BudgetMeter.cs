using System.Globalization;
using EvalGate.Model;

namespace EvalGate.Xunit;

/// <summary>Counts what a run uses against its budget.</summary>
/// <param name="budget">Null for a run without bounds.</param>
/// <param name="clock">Measures the time of the run.</param>
internal sealed class BudgetMeter(RunBudget? budget, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly long _started = clock.GetTimestamp();
    private decimal _usd;
    private long _tokens;
    private bool _isUnpriced;
    private string? _stopped;

    /// <summary>Why no further case starts; null while there is something left.</summary>
    public string? Stopped
    {
        get { lock (_lock) { return _stopped; } }
    }

    /// <summary>Whether a case may still start.</summary>
    public bool MayStart()
    {
        lock (_lock)
        {
            _stopped ??= UsedUp();
            return _stopped is null;
        }
    }

    /// <summary>Counts the calls of a repetition; answers from recordings were paid before.</summary>
    public void Add(RunRecord record)
    {
        if (record.Paid is { } paid)
        {
            lock (_lock)
            {
                _tokens += paid.TotalTokens ?? 0;
                _usd += paid.CostUsd ?? 0;
                _isUnpriced |= paid.UnpricedCalls > 0 || paid is { CostUsd: null, TotalTokens: not null };
            }
        }
    }

    private string? UsedUp() => budget switch
    {
        null => null,
        { Usd: not null } when _isUnpriced => "budget: the cost of model calls is unknown, so an amount in US dollars cannot be kept; list the model under 'prices:'",
        { Usd: { } usd } when _usd >= usd => string.Create(CultureInfo.InvariantCulture, $"budget: ${_usd:0.####} of ${usd:0.####} used"),
        { Tokens: { } tokens } when _tokens >= tokens => string.Create(CultureInfo.InvariantCulture, $"budget: {_tokens} of {tokens} tokens used"),
        { Time: { } time } when clock.GetElapsedTime(_started) >= time => string.Create(CultureInfo.InvariantCulture, $"budget: {time.TotalMinutes:0.###} minutes are over"),
        _ => null,
    };
}
