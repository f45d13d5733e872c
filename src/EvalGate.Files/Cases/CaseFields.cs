using System.Text.Json;
using EvalGate.Model;

namespace EvalGate.Files;

/// <summary>Turns one JSON object into a case, and lists everything that is wrong with it.</summary>
internal sealed class CaseFields(JsonElement value, SourcePlace place, List<Diagnostic> problems, SliceFields slices)
{
    private static readonly string[] Valid =
        ["id", "input", "expected", "slices", "group", "added", "source", "reviewed", "status", "retired", "quarantine"];

    private static readonly string[] Known = [.. Valid, "weight"];

    private readonly FieldReader _fields = new(value, "", place, problems);

    /// <summary>The case, or null when it has a problem.</summary>
    public Case? Read()
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            _fields.Wrong("""A case is an object such as {"id":"greeting","input":"Hello"}.""");
            return null;
        }

        var before = problems.Count;
        Weight();
        _fields.AllowOnly(Known, Valid);
        _fields.Require("input");
        var item = Build();
        return problems.Count == before ? item : null;
    }

    private Case Build()
    {
        var input = Value("input");
        var expected = Value("expected");
        var status = Status();
        return new Case
        {
            Id = _fields.Require("id") ? _fields.Name("id", isNullable: false) ?? "" : "",
            Input = input,
            Expected = expected,
            Slices = slices.Read(_fields),
            Group = _fields.Name("group"),
            Status = status,
            RetiredReason = RetiredReason(status),
            Quarantine = Quarantine(),
            Added = _fields.Date("added"),
            Reviewed = _fields.Date("reviewed"),
            Source = _fields.Text("source"),
            Hash = ContentHash.OfCase(input, expected),
            Place = place,
        };
    }

    // A clone does not hold on to the line it was read from.
    private JsonElement Value(string field) => value.TryGetProperty(field, out var found) ? found.Clone() : default;

    private void Weight()
    {
        if (value.TryGetProperty("weight", out _))
        {
            problems.Add(new Diagnostic(
                DiagnosticCodes.NotSupportedYet,
                Severity.Error,
                "'weight' is not supported in this version: every case counts once. Remove it.",
                place));
        }
    }

    private CaseStatus Status()
    {
        var text = _fields.Text("status");
        switch (text)
        {
            case null or "active":
                return CaseStatus.Active;
            case "retired":
                return CaseStatus.Retired;
            case "quarantined":
                _fields.Wrong("""'status' is active or retired. To quarantine a case, give "quarantine": {"reason": "…", "expires": "2026-12-31"}.""");
                return CaseStatus.Active;
            default:
                _fields.Wrong($"'status' is active or retired, not '{ShownText.Of(text)}'.");
                return CaseStatus.Active;
        }
    }

    private string? RetiredReason(CaseStatus status)
    {
        var retired = _fields.Object("retired", ["reason"]);
        if (status == CaseStatus.Retired && retired is null && !_fields.Has("retired"))
        {
            _fields.Missing("""A retired case needs "retired": {"reason": "…"}.""");
        }

        if (status == CaseStatus.Active && retired is not null)
        {
            _fields.Wrong("""'retired' is given, but the status is active. Add "status": "retired", or remove it.""");
        }

        return retired?.Required("reason");
    }

    private Quarantine? Quarantine()
    {
        if (_fields.Object("quarantine", ["reason", "expires"]) is not { } fields)
        {
            return null;
        }

        var reason = fields.Required("reason");
        var expires = fields.Require("expires") ? fields.Date("expires", isNullable: false) : null;
        return reason is null || expires is null ? null : new Quarantine(reason, expires.Value);
    }
}
