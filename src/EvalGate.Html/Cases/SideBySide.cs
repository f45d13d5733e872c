using System.Text.Json;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using EvalGate.Reports;

namespace EvalGate.Html.Cases;

/// <summary>Two texts line by line beside each other: rows of a sign, the left and the right line; null where a side has none.</summary>
internal static class SideBySide
{
    private const int MostLines = 400;

    public static void Write(Utf8JsonWriter json, string name, SnapshotTexts change)
    {
        var diff = SideBySideDiffBuilder.Diff(BoundedValue.Cut(change.Approved), BoundedValue.Cut(change.Received), ignoreWhiteSpace: false);
        json.WriteStartArray(name);
        foreach (var (left, right) in diff.OldText.Lines.Zip(diff.NewText.Lines).Take(MostLines))
        {
            json.WriteStartArray();
            json.WriteStringValue(left.Type == ChangeType.Unchanged ? "=" : "~");
            json.WriteStringValue(left.Type == ChangeType.Imaginary ? null : left.Text);
            json.WriteStringValue(right.Type == ChangeType.Imaginary ? null : right.Text);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
