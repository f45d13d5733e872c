using EvalGate.Model;

namespace EvalGate.Gating;

/// <summary>What may get worse, and for how large a gain: the <c>trade:</c> of a gate.</summary>
/// <param name="Allow">How much worse each of these metrics may get, by metric.</param>
/// <param name="For">The metric that must gain overall.</param>
/// <param name="Gain">How much it must gain at least, in the same form as a tolerance.</param>
/// <param name="Place">Where the trade is written.</param>
public sealed record Trade(IReadOnlyDictionary<string, Tolerance> Allow, string For, Tolerance Gain, SourcePlace Place);
