using System.CommandLine;
using EvalGate.Commands;
using EvalGate.Reports;
using EvalGate.Tool.Options;

namespace EvalGate.Tool.Printing;

/// <summary>The verdicts of suites as commands show them.</summary>
internal static class JudgedSuites
{
    /// <summary>Shows verdicts, or why there are none.</summary>
    /// <param name="result">What came of judging.</param>
    /// <param name="one">Whether a single suite was asked for: then its JSON is the verdict itself.</param>
    /// <param name="json">Where the JSON goes.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="terminal">Where to show them.</param>
    /// <returns>The exit code.</returns>
    public static int Show(GateRunsResult result, bool one, JsonOption json, ParseResult parsed, Terminal terminal)
    {
        if (terminal.ShowAny(result.Problems))
        {
            return ExitCode.Failed;
        }

        var text = string.Join('\n', result.Suites.Select(s => TextReport.Write(s.Verdict, Options(s, terminal))));
        json.Show(parsed, terminal, text, () => one ? JsonReport.Write(result.Suites[0].Verdict) : All(result.Suites));
        return ExitCode.Worst(result.Suites.Select(s => s.Verdict));
    }

    private static TextReportOptions Options(JudgedSuite suite, Terminal terminal) => new()
    {
        Width = terminal.Width,
        ReportPath = suite.ReportPath is { } path ? Near.Path(terminal.Folder, path) : null,
        OpenCommand = suite.ReportPath is null ? null : ReportCommand.Opening(suite.Verdict.Suite),
    };

    private static string All(IReadOnlyList<JudgedSuite> suites) => JsonText.Of("verdicts", json =>
    {
        json.WriteNumber("exit", ExitCode.Worst(suites.Select(s => s.Verdict)));
        json.WriteStartArray("verdicts");
        foreach (var suite in suites)
        {
            json.WriteRawValue(JsonReport.Write(suite.Verdict).TrimEnd());
        }

        json.WriteEndArray();
    });
}
