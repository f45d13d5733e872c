using System.Globalization;
using System.Text.Json;
using EvalGate.Model;

namespace EvalGate.Datasets;

/// <summary>One member of a case's line, set or taken out.</summary>
/// <param name="Name">The member.</param>
/// <param name="Json">Its new value; null to take it out.</param>
public sealed record MemberChange(string Name, JsonElement? Json);

/// <summary>A step in a case's life, as changes of its line.</summary>
/// <param name="Changes">The members that change; all others stay as they are written. None when the case is so already.</param>
public sealed record CaseEdit(IReadOnlyList<MemberChange> Changes)
{
    /// <summary>Takes a case out of the runs and keeps it for history.</summary>
    /// <param name="reason">Why; not empty.</param>
    public static CaseEdit Retire(string reason) => new([new("status", Text("retired")), new("retired", Object(("reason", reason)))]);

    /// <summary>Exempts a case from <c>must</c> until a day.</summary>
    /// <param name="reason">Why; not empty.</param>
    /// <param name="expires">The last day.</param>
    public static CaseEdit Quarantine(string reason, DateOnly expires) => new([new("quarantine", Object(("reason", reason), ("expires", Date(expires))))]);

    /// <summary>Brings a case back from retirement and out of quarantine.</summary>
    /// <param name="case">The case as it is.</param>
    public static CaseEdit Restore(Case @case) => new(
    [
        .. @case.Status == CaseStatus.Retired ? [new("status", Text("active")), new("retired", null)] : Array.Empty<MemberChange>(),
        .. @case.Quarantine is not null ? [new("quarantine", null)] : Array.Empty<MemberChange>(),
    ]);

    /// <summary>Gives a case another expected value, which counts as a review.</summary>
    /// <param name="expected">The new value.</param>
    /// <param name="today">The day of the review.</param>
    public static CaseEdit Relabel(JsonElement expected, DateOnly today) => new([new("expected", expected), new("reviewed", Text(Date(today)))]);

    /// <summary>Confirms what a case expects.</summary>
    /// <param name="today">The day of the review.</param>
    public static CaseEdit Review(DateOnly today) => new([new("reviewed", Text(Date(today)))]);

    private static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static JsonElement Text(string text) => JsonElement.Parse($"\"{JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"");

    private static JsonElement Object(params (string Name, string Value)[] members) =>
        JsonElement.Parse($"{{{string.Join(',', members.Select(m => $"\"{m.Name}\":{Text(m.Value).GetRawText()}"))}}}");
}
