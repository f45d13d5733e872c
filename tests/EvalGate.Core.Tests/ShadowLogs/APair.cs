using System.Text.Json;
using EvalGate.ShadowLogs;

namespace EvalGate.Core.Tests.ShadowLogs;

/// <summary>A pair of two outputs, given as JSON.</summary>
internal static class APair
{
    public static ShadowPair Of(string incumbent, string shadow) => new()
    {
        Id = "r",
        Arm = ShadowArm.Candidate,
        Key = "k",
        Rate = 1,
        Slices = new Dictionary<string, IReadOnlyList<string>>(),
        Input = default,
        Incumbent = Answer(incumbent),
        Shadow = Answer(shadow),
        Place = default,
    };

    private static ShadowAnswer Answer(string json) => new(JsonElement.Parse(json), null, TimeSpan.FromMilliseconds(5), null);
}
