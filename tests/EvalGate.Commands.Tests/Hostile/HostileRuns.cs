using System.Text;

namespace EvalGate.Commands.Tests.Hostile;

/// <summary>Runs that are broken or mean harm.</summary>
internal static class HostileRuns
{
    public static IEnumerable<HostileFile> All { get; } = [.. Bytes, .. Lines, .. Values];

    private static IEnumerable<HostileFile> Bytes =>
    [
        Of("empty", Damage.Bytes(), "(1): error EG3001: The run was cut off before its header was written. Run again."),
        Of("cut in its header", Damage.Cut(0.05), "(1): error EG3001: The run was cut off before its header was written. Run again."),
        Of("cut in the middle", Damage.Cut(0.5), "the run was cut off after 10 results: run the tests again"),
        Of("cut before its last line end", path => File.WriteAllBytes(path, File.ReadAllBytes(path)[..^1]), "the run was cut off after 24 results: run the tests again"),
        Of("UTF-16", Damage.In(Encoding.Unicode), "(1): error EG3001: The line is damaged: It is not UTF-8. Run again."),
        Of("Latin-1 in one line", path => File.WriteAllBytes(path, Encoding.Latin1.GetBytes(File.ReadAllText(path).Replace("q-07", "q-ß7", StringComparison.Ordinal))), "(9): error EG3001: The line is damaged: It is not UTF-8. Run again."),
        Of("a zero byte", Damage.Edit("q-07", "q\0-07"), "(9): error EG3001: The line is damaged: Not valid JSON: '0x00' is invalid within a JSON string. The string should be correctly escaped. Run again."),
        Of("a line of 100 MB", Damage.LongLine("\n"), "(1): error EG3001: The line is damaged: Nested deeper than 1000 levels. Flatten the value. Run again."),
        Of("a conflict of a merge", Damage.Line(3, l => "<<<<<<< ours\n" + l), "(3): error EG3001: The line is damaged: Not valid JSON: '<' is an invalid start of a value. Run again."),
        Of("a folder", Damage.Folder(), "is denied. Grant access to it, or set EVALGATE_ROOT"),
    ];

    private static IEnumerable<HostileFile> Lines =>
    [
        Of("of a newer version", Damage.Edit("\"version\":1", "\"version\":2"), "(1): error EG3002: The run has version 2; this EvalGate reads version 1. Update EvalGate."),
        Of("of version 1e308", Damage.Edit("\"version\":1", "\"version\":1e308"), "(1): error EG3002: The run has version 1e308; this EvalGate reads version 1. Update EvalGate."),
        Of("of another kind", Damage.Edit("\"evalgate\":\"run\"", "\"evalgate\":\"baseline\""), "(1): error EG3001: This file holds a baseline, not a run. Run again."),
        Of("without its header", Damage.Without(1), """(1): error EG3001: This is no run of EvalGate: it does not start with {"evalgate":"run",…}. Run again."""),
        Of("without its suite", Damage.Edit("\"suite\":\"toy\",", ""), "(1): error EG3001: The line is damaged: missing required properties: 'suite'. Run again."),
        Of("a record twice", Damage.Line(3, l => l + "\n" + l), "(4): error EG3001: Repetition 1 of case 'q-01' is already recorded in line 3. Run again."),
        Of("a record less", Damage.Without(7), "(25): error EG3001: The end line counts 24 records, but the file has 23. Run again."),
        Of("a record less and an end that agrees", Damage.Both(Damage.Without(7), Damage.Edit("\"records\":24", "\"records\":23")), "only 23 of 24 cases ran: run all cases, without a filter"),
        Of("a line behind the end", Damage.Append("{}\n"), "(27): error EG3001: There is a line behind the end line. Run again."),
        Of("an end in the middle", Damage.Line(5, "{\"end\":{\"records\":3,\"finished\":\"2026-11-25T10:01:00Z\",\"stack\":{}}}"), "(6): error EG3001: There is a line behind the end line. Run again."),
        Of("a record that is null", Damage.Line(5, "null"), "(5): error EG3001: The line is null. Run again."),
        Of("a record that is a list", Damage.Line(5, "[1,2]"), "(5): error EG3001: The line is damaged: it has a value of the wrong kind. Run again."),
        Of("nested 100,000 deep", Damage.Line(5, "[".Times(100_000)), "(5): error EG3001: The line is damaged: Nested deeper than 1000 levels. Flatten the value. Run again."),
        Of("a key twice", Damage.Edit("{\"case\":\"q-07\"", "{\"case\":\"q-06\",\"case\":\"q-07\""), "(9): error EG3001: The line is damaged: The key 'case' stands twice in one object. Keep one. Run again."),
        Of("half a surrogate pair", Damage.Edit("q-07", "\\ud800"), """(9): error EG3001: The line is damaged: The text has half of a surrogate pair, which is no character. Remove the lone \uD800-\uDFFF escape. Run again."""),
        Of("one bit flipped in a quote", Damage.Flip("\"q-07\"", 1), "(9): error EG3001: The line is damaged: Not valid JSON: 'q' is an invalid start of a value. Run again."),
    ];

    private static IEnumerable<HostileFile> Values =>
    [
        Of("scores that are no numbers", Damage.Edit("\"correct\":1", "\"correct\":NaN"), "(2): error EG3001: The line is damaged: Not valid JSON: 'N' is an invalid start of a value. Run again."),
        Of("scores that are texts", Damage.Edit("\"correct\":1", "\"correct\":\"1\""), "(2): error EG3001: The line is damaged: 'scores.correct' has a value of the wrong kind. Run again."),
        Of("infinite scores", Damage.Edit("\"correct\":1", "\"correct\":1e999"), "evals/toy.eval.yaml(14,7): error EG2003: overall: correct was not judged: its scores are too large to be added exactly: measure in a larger unit."),
        Of("scores beyond their range", Damage.Edit("\"correct\":1", "\"correct\":1000000"), "evals/toy.eval.yaml(14,7): error EG2003: overall: correct was not judged: the run has scores outside the range 0..1: fix the scorer and run again."),
        Of("one score beyond its range", Damage.Line(5, l => l.Replace("\"correct\":1", "\"correct\":9", StringComparison.Ordinal)), "evals/toy.eval.yaml(14,7): error EG2003: overall: correct was not judged: the run has scores outside the range 0..1: fix the scorer and run again."),
        Of("no scores", Damage.Edit("\"correct\":1", "\"korrekt\":1"), "evals/toy.eval.yaml(14,7): error EG2003: overall: correct was not judged: only 0 of the baseline's 24 cases can be compared (80 % needed): accept a run."),
        Of("scores of nothing", Damage.Edit("\"correct\":1", "\"correct\":null"), "evals/toy.eval.yaml(14,7): error EG2003: overall: correct was not judged: the metric applies on one side only for 24 of 24 cases."),
        Of("a repetition of its own", Damage.Edit("\"rep\":1", "\"rep\":2147483648"), "(2): error EG3001: The line is damaged: 'rep' has a value of the wrong kind. Run again."),
        Of("repetition zero", Damage.Edit("\"rep\":1", "\"rep\":0"), "(2): error EG3001: Repetition 0 of case 'q-00' does not exist: they count from 1. Run again."),
        Of("all cases under other ids", Damage.Edit("\"case\":\"q-", "\"case\":\"x-"), "only 0 of 24 cases ran: run all cases, without a filter"),
        Of("of another suite", Damage.Edit("\"suite\":\"toy\"", "\"suite\":\"other\""), "the run is of suite 'other': run the tests again"),
        Of("of other cases", Damage.Edit("\"dataset_hash\":\"", "\"dataset_hash\":\"0"), "the cases changed since the run: run the tests again"),
        Of("of a case that changed", Damage.Edit("\"case\":\"q-07\",\"rep\":1,\"hash\":\"", "\"case\":\"q-07\",\"rep\":1,\"hash\":\"0"), "the result of 'q-07' is of other content than the case has: run the tests again"),
        Of("of other metrics", Damage.Line(1, l => l.Replace("\"correct\":\"", "\"correct\":\"0", StringComparison.Ordinal)), "metric 'correct' is defined differently since the run: run the tests again"),
        Of("errors in every record", Damage.Edit("\"scores\":", "\"errors\":[{\"kind\":\"subject\",\"message\":\"\\u001b[2J<script>\"}],\"scores\":"), "24 of 24 results are errors, more than max_errors allows"),
    ];

    private static HostileFile Of(string name, Action<string> damage, string told) => new(Role.Run, name, damage, told);
}
