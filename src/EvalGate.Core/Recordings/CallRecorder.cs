using System.Text.Json;
using EvalGate.Model;

namespace EvalGate.Recordings;

/// <summary>Answers and records the model calls of one repetition of one case. Clients find it at <see cref="EvalContext.Current"/>.</summary>
/// <remarks>Safe for use from several threads.</remarks>
public sealed class CallRecorder
{
    private readonly CaseRecordings _case;
    private readonly int _repetition;
    private readonly TimeProvider _clock;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _occurrences = new(StringComparer.Ordinal);
    private bool _hasKept;
    private volatile bool _hasReplayed;

    internal CallRecorder(CaseRecordings recordings, int repetition, RecordingMode mode, TimeProvider clock) =>
        (_case, _repetition, Mode, _clock) = (recordings, repetition, mode, clock);

    /// <summary>Where calls are answered from.</summary>
    public RecordingMode Mode { get; }

    /// <summary>True once a recording has answered: durations are then no measurements, and the output no new draw.</summary>
    public bool HasReplayed => _hasReplayed;

    /// <summary>The recorded answer to a request.</summary>
    /// <param name="request">The request in its canonical form.</param>
    /// <returns>Null when the model has to be asked; its answer is then given to <see cref="Keep"/>.</returns>
    /// <exception cref="EvalInfrastructureException">There is no recording, and <see cref="Mode"/> is <see cref="RecordingMode.Replay"/>: what differs from the nearest one is named.</exception>
    public JsonElement? Find(JsonElement request)
    {
        if (Mode is RecordingMode.Live or RecordingMode.Record)
        {
            return null;
        }

        var hash = RecordedCall.HashOf(request);
        lock (_lock)
        {
            var key = Next(hash);
            if (_case.Find(key) is { } call)
            {
                _occurrences[hash] = key.Occurrence;
                _hasReplayed = true;
                return call.Response;
            }

            return Mode == RecordingMode.Replay ? throw new EvalInfrastructureException(_case.Miss(key, request)) { Cause = ErrorCause.NotRecorded } : null;
        }
    }

    /// <summary>Keeps what the model answered; nothing happens under <see cref="RecordingMode.Live"/>.</summary>
    /// <param name="request">The request in its canonical form.</param>
    /// <param name="response">The answer.</param>
    public void Keep(JsonElement request, JsonElement response)
    {
        if (Mode is not (RecordingMode.Record or RecordingMode.Auto))
        {
            return;
        }

        var hash = RecordedCall.HashOf(request);
        lock (_lock)
        {
            if (Mode == RecordingMode.Record && !_hasKept)
            {
                _case.Forget(_repetition);
            }

            _hasKept = true;
            var key = Next(hash);
            _occurrences[hash] = key.Occurrence;
            _case.Keep(new(key, request, response, DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime)));
        }
    }

    private CallKey Next(string hash) => new(_repetition, hash, _occurrences.GetValueOrDefault(hash) + 1);
}
