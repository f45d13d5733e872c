using System.Globalization;
using System.Text;
using System.Text.Json;
using EvalGate.Commands;
using EvalGate.Datasets;
using EvalGate.Model;
using EvalGate.Tool.Printing;

namespace EvalGate.Tool.Verbs;

/// <summary>What happened to eval sets, in words and as JSON.</summary>
internal static class HistoryText
{
    private const int Longest = 100;

    public static string Of(IReadOnlyList<SuiteHistory> suites)
    {
        var text = new StringBuilder();
        foreach (var suite in suites)
        {
            text.Append(suite.Commit is { } commit ? string.Create(CultureInfo.InvariantCulture, $"{commit.Hash[..7]} {commit.Date:yyyy-MM-dd} {ShownText.Of(commit.Subject, Longest)}\n") : "");
            Append(text, suite);
        }

        return text.Length == 0 ? "no changes\n" : text.ToString();
    }

    private static void Append(StringBuilder text, SuiteHistory suite)
    {
        var kinds = suite.Diff.Changes.CountBy(c => c.Change).Select(k => string.Create(CultureInfo.InvariantCulture, $"{k.Value} {Word(k.Key)}")).ToArray();
        text.Append(suite.Suite).Append(": ").AppendJoin(", ", kinds.Length == 0 ? ["no changes"] : kinds).Append('\n');
        foreach (var change in suite.Diff.Changes)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {Word(change.Change),-12}{ShownText.Of(change.Id)}{(change.Detail.Length == 0 ? "" : $": {ShownText.Of(change.Detail, Longest)}")}\n");
        }

        foreach (var slice in suite.Diff.Slices)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {ShownText.Of(slice.Slice.ToString())}: {slice.Before} → {slice.After} cases\n");
        }
    }

    private static string Word(CaseChange change) => change.ToString().ToLowerInvariant();

    public static string Json(IReadOnlyList<SuiteHistory> suites) => JsonText.Of("history", json =>
    {
        json.WriteStartArray("suites");
        foreach (var suite in suites)
        {
            Write(json, suite);
        }

        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, SuiteHistory suite)
    {
        json.WriteStartObject();
        json.WriteString("suite", suite.Suite);
        json.WriteString("commit", suite.Commit?.Hash);
        json.WriteStartArray("changes");
        foreach (var change in suite.Diff.Changes)
        {
            json.WriteStartObject();
            json.WriteString("id", change.Id);
            json.WriteString("change", Word(change.Change));
            json.WriteString("detail", change.Detail);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("slices");
        foreach (var slice in suite.Diff.Slices)
        {
            json.WriteStartObject();
            json.WriteString("slice", slice.Slice.ToString());
            json.WriteNumber("before", slice.Before);
            json.WriteNumber("after", slice.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
