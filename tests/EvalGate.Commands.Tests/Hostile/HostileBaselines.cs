using System.Text;
using System.Text.RegularExpressions;

namespace EvalGate.Commands.Tests.Hostile;

/// <summary>Baselines that are broken or mean harm.</summary>
internal static class HostileBaselines
{
    public static IEnumerable<HostileFile> All { get; } = [.. Bytes, .. Edited, .. Signed];

    private static IEnumerable<HostileFile> Bytes =>
    [
        Of("empty", Damage.Bytes(), "The baseline is empty. Restore the committed file, or accept again. (evals/toy.baseline.jsonl(1))"),
        Of("cut in the middle", Damage.Cut(0.5), "The baseline was cut off. Restore the committed file, or accept again. (evals/toy.baseline.jsonl(10))"),
        Of("cut at a line", Damage.Without(25), "The baseline was cut off. Restore the committed file, or accept again. (evals/toy.baseline.jsonl(24))"),
        Of("UTF-16", Damage.In(Encoding.Unicode), "The header is damaged: It is not UTF-8. Restore the committed file, or accept again. (evals/toy.baseline.jsonl(1))"),
        Of("a zero byte", Damage.Edit("q-07", "q\0-07"), "This baseline was edited or merged by hand: accept again. (evals/toy.baseline.jsonl(1))"),
        Of("a line of 100 MB", Damage.LongLine("\n"), "The line is longer than 64 MB. (evals/toy.baseline.jsonl(1))"),
        Of("compressed", Damage.Bytes(0x1F, 0x8B, 0x08, 0x00), "The baseline was cut off. Restore the committed file, or accept again. (evals/toy.baseline.jsonl(1))"),
        Of("a pointer of Git LFS", Damage.With("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"), "The header is damaged: Not valid JSON: 'v' is an invalid start of a value. Restore the committed file, or accept again. (evals/toy.baseline.jsonl(1))"),
        Of("a folder", Damage.Folder(), "This is a folder, and a baseline is a file"),
    ];

    private static IEnumerable<HostileFile> Edited =>
    [
        Of("a score edited by hand", Damage.Line(3, l => l.Replace("[1,1]", "[0,0]", StringComparison.Ordinal)), "This baseline was edited or merged by hand: accept again. (evals/toy.baseline.jsonl(1))"),
        Of("one bit flipped in a score", Damage.Flip("1]", 0), "This baseline was edited or merged by hand: accept again. (evals/toy.baseline.jsonl(1))"),
        Of("lines in another order", path => File.WriteAllLines(path, File.ReadAllLines(path) is [var head, .. var body] ? [head, .. body.Reverse()] : []), "This baseline was edited or merged by hand: accept again. (evals/toy.baseline.jsonl(1))"),
        Of("a conflict of a merge", Damage.Line(3, l => $"<<<<<<< ours\n{l}\n=======\n{l}\n>>>>>>> theirs"), "The baseline has merge conflict markers. A baseline is accepted whole: take either side, then accept again. (evals/toy.baseline.jsonl(3))"),
        Of("of a newer version", Damage.Edit("\"version\":1", "\"version\":2"), "The baseline has version 2; this EvalGate reads version 1. Update EvalGate. (evals/toy.baseline.jsonl(1))"),
        Of("of version NaN", Damage.Edit("\"version\":1", "\"version\":NaN"), "The header is damaged: Not valid JSON: 'N' is an invalid start of a value. Restore the committed file, or accept again. (evals/toy.baseline.jsonl(1))"),
        Of("of another kind", Damage.Edit("\"evalgate\":\"baseline\"", "\"evalgate\":\"run\""), "This file holds a run, not a baseline. (evals/toy.baseline.jsonl(1))"),
        Of("of another suite", Damage.Edit("\"suite\":\"toy\"", "\"suite\":\"other\""), "This is the baseline of suite 'other', not of 'toy'. Name the right file under gate.baseline, or accept again. (evals/toy.baseline.jsonl(1))"),
        Of("a count of a billion", Damage.Edit("\"cases\":24", "\"cases\":1e9"), "The baseline was cut off. Restore the committed file, or accept again. (evals/toy.baseline.jsonl(25))"),
        Of("without its metrics", Damage.Edit("\"metrics\":", "\"metrix\":"), "The header is damaged: missing required properties: 'metrics'. Restore the committed file, or accept again. (evals/toy.baseline.jsonl(1))"),
        Of("a key twice", Damage.Edit("\"suite\":\"toy\"", "\"suite\":\"toy\",\"suite\":\"toy\""), "The header is damaged: The key 'suite' stands twice in one object. Keep one. Restore the committed file, or accept again. (evals/toy.baseline.jsonl(1))"),
        Of("metrics of another definition", Damage.Line(1, l => Regex.Replace(l, "\"fingerprint\":\"[0-9a-f]+\"", "\"fingerprint\":\"0\"")), "evals/toy.eval.yaml(14,7): error EG2003: overall: correct was not judged: the metric is defined differently since the baseline was accepted: accept a run."),
    ];

    private static IEnumerable<HostileFile> Signed =>
    [
        Of("a case twice, signed", Damage.Signed(Damage.Both(Damage.Line(3, l => l + "\n" + l), Damage.Without(25))), "Case 'q-01' is out of order or stands twice. Accept again. (evals/toy.baseline.jsonl(4))"),
        Of("a record that is null, signed", Damage.Signed(Damage.Line(3, "null")), "The line is damaged: It is null. Accept again. (evals/toy.baseline.jsonl(3))"),
        Of("nested 100,000 deep, signed", Damage.Signed(Damage.Line(3, "[".Times(100_000))), "The line is damaged: Nested deeper than 1000 levels. Flatten the value. Accept again. (evals/toy.baseline.jsonl(3))"),
        Of("half a surrogate pair, signed", Damage.Signed(Damage.Edit("q-07", "\\ud800")), """The line is damaged: The text has half of a surrogate pair, which is no character. Remove the lone \uD800-\uDFFF escape. Accept again. (evals/toy.baseline.jsonl(9))"""),
        Of("scores that are no numbers, signed", Damage.Signed(Damage.Edit("[1,1]", "[NaN]")), "The line is damaged: Not valid JSON: 'N' is an invalid start of a value. Accept again. (evals/toy.baseline.jsonl(2))"),
        Of("infinite scores, signed", Damage.Signed(Damage.Edit("[1,1]", "[-1e999,1]")), "evals/toy.eval.yaml(14,7): error EG2003: overall: correct was not judged: its scores are too large to be added exactly: measure in a larger unit."),
        Of("scores below their range, signed", Damage.Signed(Damage.Edit("\"correct\":[1,1]", "\"correct\":[-1000000]")), "evals/toy.eval.yaml(14,7): error EG2003: overall: correct was not judged: the baseline has scores outside the range 0..1: accept a run."),
        Of("no scores, signed", Damage.Signed(Damage.Edit("[1,1]", "[]")), "evals/toy.eval.yaml(14,7): error EG2003: overall: correct was not judged: the metric applies on one side only for 24 of 24 cases."),
        Of("all contents changed, signed", Damage.Signed(Damage.Edit("\"hash\":\"", "\"hash\":\"0")), "evals/toy.eval.yaml(14,7): error EG2003: overall: correct was not judged: only 0 of the baseline's 24 cases can be compared (80 % needed): accept a run."),
        Of("cases that vanished, signed", Damage.Signed(Damage.Edit("\"id\":\"q-", "\"id\":\"r-")), "evals/toy.eval.yaml(14,7): error EG2003: overall: correct was not judged: only 0 of the baseline's 24 cases can be compared (80 % needed): accept a run."),
    ];

    private static HostileFile Of(string name, Action<string> damage, string told) => new(Role.Baseline, name, damage, told);
}
