using System.Globalization;
using System.Text.Json;
using EvalGate.Files;
using EvalGate.Gating;
using EvalGate.Reports;

namespace EvalGate.Commands.Tests.Hostile;

/// <summary>Ids are the user's texts: they go through runs, baselines and reports, and are never a path, markup or a command.</summary>
public static class AHostileId
{
    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData(@"C:\Windows\System32")]
    [InlineData("CON")]
    [InlineData("a/b/../c")]
    [InlineData("-rf ~")]
    [InlineData("$(reboot) `reboot` %PATH%")]
    [InlineData("::error file=x::y")]
    [InlineData("##vso[task.complete]")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("| a | b |")]
    [InlineData("@everyone #1 [x](javascript:y)")]
    [InlineData("q\u202Egnp.exe")]
    [InlineData("q\u200B-00")]
    [InlineData("q\u2028-00")]
    [InlineData("日本語😀")]
    [InlineData("'; DROP TABLE runs; --")]
    [InlineData("{0} {1:D9999999}")]
    public static void IsNothingButAText(string id)
    {
        using var project = new AProject();
        AddCase(project, id);
        Assert.Empty(project.Generate().Diagnostics);
        var before = FilesOf(project);
        Assert.IsType<Accepted>(AcceptCommand.Execute(project.Load(), [project.Run(1), project.Run(2)], "a tester", null).Acceptance);
        var run = project.Run(3, [id, .. Enumerable.Range(0, 8).Select(i => $"q-0{i}")]);
        using (var writer = RunWriter.Create(project.Results, run.Header))
        {
            run.Records.ToList().ForEach(writer.Append);
            writer.Finish(run.End!);
        }

        var read = RunFolder.Latest(project.Results)!;
        var result = GateCommand.Execute(project.Load(), read, project.Results);

        Assert.Equal((Verdict.Regressed, true), (result.Verdict.Verdict, result.Verdict.Blocks));
        Assert.Contains(read.Records, r => r.CaseId == id);
        Assert.Equal(["evals/toy.baseline.jsonl"], FilesOf(project).Except(before).Where(f => !f.StartsWith("TestResults/toy/", StringComparison.Ordinal)));
        Assert.DoesNotContain(TextReport.Write(result.Verdict, new()), IsATrick);
        // Markdown breaks mentions with a space of no width.
        Assert.DoesNotContain(result.Report.Replace("\u200B", "", StringComparison.Ordinal), IsATrick);
        Assert.DoesNotContain("<script>", result.Report, StringComparison.Ordinal);
    }

    private static void AddCase(AProject project, string id)
    {
        var line = JsonSerializer.Serialize(new { id, input = new { text = "?" }, expected = new { label = "odd" }, slices = new { language = "de" } });
        File.AppendAllText(Path.Combine(project.Folder, "evals/toy.cases.jsonl"), line + "\n");
    }

    private static string[] FilesOf(AProject project) =>
        [.. Directory.EnumerateFiles(Path.GetDirectoryName(project.Folder)!, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(project.Folder, f)).Order(StringComparer.Ordinal)];

    private static bool IsATrick(char c) =>
        c != '\n' && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator;
}
