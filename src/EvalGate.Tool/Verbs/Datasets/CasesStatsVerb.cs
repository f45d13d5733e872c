using System.CommandLine;
using System.Globalization;
using System.Text;
using EvalGate.Commands;
using EvalGate.Datasets;
using EvalGate.Suites;
using EvalGate.Tool.Options;
using EvalGate.Tool.Printing;

namespace EvalGate.Tool.Verbs;

/// <summary><c>evalgate cases stats</c></summary>
internal sealed class CasesStatsVerb
{
    private readonly CaseOptions _options = new();

    public static Verb Create(Terminal terminal) => new CasesStatsVerb().Build(terminal);

    private Verb Build(Terminal terminal)
    {
        var verb = new Verb("stats", "Counts the eval set: cases by status, source, age of review and slice.")
        {
            Examples = [("evalgate cases stats", "Every suite.")],
        };
        _options.AddTo(verb);
        verb.SetAction(parsed => Invoke(parsed, terminal));
        return verb;
    }

    private int Invoke(ParseResult parsed, Terminal terminal)
    {
        var result = CaseStatsCommand.Execute(_options.Folder(parsed, terminal), _options.Suite(parsed), CaseOptions.Today(terminal), new YamlLanguage());
        if (terminal.ShowAny(result.Problems))
        {
            return ExitCode.Failed;
        }

        _options.Json.Show(parsed, terminal, string.Join('\n', result.Suites.Select(Text)), () => JsonText.Of("stats", json =>
        {
            json.WriteStartArray("suites");
            foreach (var stats in result.Suites)
            {
                Write(json, stats);
            }

            json.WriteEndArray();
        }));
        return ExitCode.NothingBlocks;
    }

    private static void Write(System.Text.Json.Utf8JsonWriter json, DatasetStats stats)
    {
        json.WriteStartObject();
        json.WriteString("suite", stats.Suite);
        json.WriteNumber("active", stats.Active);
        json.WriteNumber("retired", stats.Retired);
        json.WriteNumber("quarantined", stats.Quarantined);
        json.WriteNumber("independent", stats.Independent);
        json.WriteNumber("reviewed", stats.Reviewed);
        json.WriteNumber("median_days_since_review", stats.MedianDaysSinceReview);
        json.WriteStartObject("slices");
        foreach (var (slice, count) in stats.Slices)
        {
            json.WriteNumber(slice.ToString(), count);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Text(DatasetStats stats)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{stats.Suite}: {stats.Active} active ({stats.Independent} independent), {stats.Retired} retired, {stats.Quarantined} quarantined\n");
        text.Append(CultureInfo.InvariantCulture, $"  reviewed: {stats.Reviewed}, half of them within {stats.MedianDaysSinceReview} days\n");
        foreach (var (source, count) in stats.Sources)
        {
            text.Append(CultureInfo.InvariantCulture, $"  source {Model.ShownText.Of(source)}: {count}\n");
        }

        foreach (var (slice, count) in stats.Slices)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {Model.ShownText.Of(slice.ToString())}: {count}\n");
        }

        return text.ToString();
    }
}
