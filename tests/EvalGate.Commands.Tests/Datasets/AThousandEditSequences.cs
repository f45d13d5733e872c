using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using EvalGate.Files;
using EvalGate.Model;
using EvalGate.Statistics;
using EvalGate.Suites;

namespace EvalGate.Commands.Tests.Datasets;

/// <summary>Random edits of files as people write them, with git as the judge of which lines changed.</summary>
public sealed class AThousandEditSequences : IDisposable
{
    private const int Count = 1000;
    private const string Suite = "suite: toy\nsubject: Toy.Sorter\ncases: toy.cases.jsonl\nmetrics:\n  brevity: { scorer: words, of: output.label }\n";

    private static readonly DateOnly Today = new(2026, 11, 26);
    private static readonly string[] Lines =
    [
        """{"id":"ID","input":{"q":"N"},"expected":"x"}""",
        """{ "id": "ID", "input": { "q": "N", "n": 1.50 }, "expected": "x", "slices": {} }""",
        """{"expected":"x","input":"Straße\u00e9 N","id":"ID","reviewed":"2026-01-01"}""",
        "{\"input\":\"a\u2028b N\",\"group\":\"g\",\t\"id\" : \"ID\"  }",
        """  {"id":"ID","input":["N",{"a":[]}],"status":"active","source":"log"}  """,
        """{"id":"ID","input":"N","status":"retired","retired":{"reason":"old"}}""",
        """{"quarantine":{"reason":"r","expires":"2026-12-01"},"id":"ID","input":"N"}""",
    ];

    private readonly TempFolder _folder = new();

    [Fact]
    public void ChangeTheLinesOfTheirCasesAndNoOthers()
    {
        _folder.Write("project/Toy.csproj", "<Project />");
        _folder.Write("project/toy.eval.yaml", Suite);
        var touched = new List<HashSet<string>>();
        for (var sequence = 0; sequence < Count; sequence++)
        {
            var before = Content(sequence);
            File.WriteAllBytes(Cases, before);
            Save("before", sequence);
            touched.Add(Edit(sequence));
            Save("after", sequence);
            Assert.Subset(Ids("after", sequence), Ids("before", sequence));
        }

        var changes = GitChanges();

        Assert.True(changes.Count > Count / 2, "hardly anything was edited");
        Assert.All(changes, change => Assert.True(change.Ids.IsSubsetOf(touched[change.Sequence]), $"sequence {change.Sequence} changed {string.Join(", ", change.Ids.Except(touched[change.Sequence]))}"));
    }

    public void Dispose() => _folder.Dispose();

    private string Cases => _folder["project/toy.cases.jsonl"];

    /// <summary>Up to eight lines in their writers' styles, some with blank lines between, a byte order mark, or CRLF.</summary>
    private static byte[] Content(int sequence)
    {
        var lines = Enumerable.Range(0, 3 + Draw(sequence, 0, 6)).Select(i => Lines[Draw(sequence, i + 1, Lines.Length)]
            .Replace("ID", Id(i), StringComparison.Ordinal).Replace("N", FormattableString.Invariant($"text {sequence} {i}"), StringComparison.Ordinal) + (Draw(sequence, i + 20, 9) == 0 ? "\n" : ""));
        var text = string.Concat(lines.Select(l => l + "\n"));
        var ends = Draw(sequence, 40, 3) == 0 ? text.Replace("\n", "\r\n", StringComparison.Ordinal) : text;
        return [.. Draw(sequence, 41, 4) == 0 ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(ends)];
    }

    private HashSet<string> Edit(int sequence)
    {
        var touched = new HashSet<string>(StringComparer.Ordinal);
        for (var step = 0; step < 1 + Draw(sequence, 50, 4); step++)
        {
            var kind = Draw(sequence, 60 + step, 5);
            var id = kind == 4 ? FormattableString.Invariant($"new-{step}") : Id(Draw(sequence, 70 + step, 3));
            if (kind == 4 ? Add(id, sequence) : Change(id, kind))
            {
                touched.Add(id);
            }
        }

        return touched;
    }

    private bool Change(string id, int kind)
    {
        CaseStep step = kind switch
        {
            0 => new RetireStep("no \"longer\" sold"),
            1 => new QuarantineStep("flaky", Today.AddDays(30)),
            2 => new RestoreStep(),
            _ => new RelabelStep(JsonElement.Parse("""{"label":"é < \"y\"","n":2.50}"""), Today),
        };
        return EditCasesCommand.Execute(new() { Folder = _folder["project"], From = _folder.Path, Ids = [id], Step = step }, new YamlLanguage()).Problems.Count == 0;
    }

    private bool Add(string id, int sequence)
    {
        var added = AddCaseCommand.Prepare(new() { Folder = _folder["project"], Id = id, Input = JsonElement.Parse(FormattableString.Invariant($"\"new {id} {sequence}\"")), Today = Today }, new YamlLanguage());
        Assert.Empty(added.Problems);
        AddCaseCommand.Write(added);
        return true;
    }

    private void Save(string side, int sequence)
    {
        Directory.CreateDirectory(_folder[side]);
        File.Copy(Cases, _folder[FormattableString.Invariant($"{side}/{sequence:0000}.jsonl")]);
    }

    private HashSet<string> Ids(string side, int sequence)
    {
        var read = CaseReader.ReadFile(_folder.Path, FormattableString.Invariant($"{side}/{sequence:0000}.jsonl"));
        Assert.Empty(read.Diagnostics);
        return [.. read.Cases.Select(c => c.Id)];
    }

    private List<(int Sequence, HashSet<string> Ids)> GitChanges()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-c", "core.autocrlf=false", "-c", "core.quotepath=false", "diff", "--no-index", "--unified=0", "--no-color", "before", "after"]) { WorkingDirectory = _folder.Path, RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        var changes = new List<(int Sequence, HashSet<string> Ids)>();
        foreach (var line in output.Split('\n'))
        {
            if (line.StartsWith("+++ b/after/", StringComparison.Ordinal))
            {
                changes.Add((int.Parse(line.AsSpan(12, 4), CultureInfo.InvariantCulture), new(StringComparer.Ordinal)));
            }
            else if (line.StartsWith("---", StringComparison.Ordinal) is false && line is ['+' or '-', ..])
            {
                changes[^1].Ids.Add(JsonElement.Parse(line[1..].Trim('\uFEFF', '\r')).GetProperty("id").GetString()!);
            }
        }

        return changes;
    }

    private static string Id(int number) => FormattableString.Invariant($"q-{number}");

    private static int Draw(int sequence, int what, int below) => (int)(HashedReplicates.Hash((ulong)sequence, what) % (ulong)below);
}
