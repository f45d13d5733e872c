using System.Text.Json;

namespace EvalGate.Recordings;

/// <summary>Which call of a case is meant.</summary>
/// <param name="Repetition">The repetition that made it, from 1: repetitions are separate draws and never share an answer.</param>
/// <param name="Hash">Fingerprint of the request (<see cref="RecordedCall.HashOf"/>).</param>
/// <param name="Occurrence">From 1: a repetition may ask the same again.</param>
public readonly record struct CallKey(int Repetition, string Hash, int Occurrence);

/// <summary>One call of a model and what it answered. Neither headers nor addresses nor keys are part of it.</summary>
/// <param name="Key">Which call.</param>
/// <param name="Request">What was asked, in EvalGate's own form: it changes with nothing but what the model is told.</param>
/// <param name="Response">What came back.</param>
/// <param name="Recorded">The day it was recorded, in UTC.</param>
public sealed record RecordedCall(CallKey Key, JsonElement Request, JsonElement Response, DateOnly Recorded)
{
    /// <summary>The fingerprint of a request: SHA-256 over its JSON with sorted keys and no white space, the first 128 bits in hex.</summary>
    /// <param name="request">The request.</param>
    public static string HashOf(JsonElement request) => Model.ContentHash.Of(Model.CanonicalJson.Text(request));
}
