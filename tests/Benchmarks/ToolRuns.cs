namespace EvalGate.Benchmarks;

/// <summary>The command <c>evalgate</c> as a whole process, against a plain console program.</summary>
internal static class ToolRuns
{
    private static readonly Sample Plain = new("Plain");

    /// <summary>Saying which version it is, against a program that does nothing.</summary>
    public static IEnumerable<Bar> AgainstAnEmptyProgram(int rounds)
    {
        var (tool, plain) = Prepare();
        var runs = Enumerable.Range(0, 4 * rounds).Select(_ => (Tool: Dotnet.Run(["exec", tool, "--version"]), Plain: Dotnet.Run(["exec", plain]))).Skip(1).ToArray();
        yield return Bar.OfSeconds("evalgate --version, against an empty program", runs.Select(r => r.Tool.Seconds), runs.Select(r => r.Plain.Seconds), 3);
    }

    /// <summary><c>compare</c> of two files of a million rows, five metrics and fifty slices, against a program that merely parses them.</summary>
    public static IEnumerable<Bar> AgainstParsing(int rounds)
    {
        var (tool, plain) = Prepare();
        var folder = Directory.CreateTempSubdirectory("evalgate-benchmark-");
        try
        {
            string[] files = [Path.Combine(folder.FullName, "base.jsonl"), Path.Combine(folder.FullName, "new.jsonl")];
            File.WriteAllBytes(files[0], Judging.Results(0));
            File.WriteAllBytes(files[1], Judging.Results(1));
            string[] compare =
            [
                "exec", tool, "compare", .. files, "--slices", "language,category,language*category", "--better", "cost=lower", "--range", "grounded=0..1", "--range", "helpful=0..1", "--max-drop", "50pp", "--max-rise", "50%",
                .. Judging.MetricNames.SelectMany(m => (string[])["--metric", m]),
            ];
            var runs = Enumerable.Range(0, rounds).Select(_ => (Tool: Dotnet.Run(compare, watched: tool), Plain: Dotnet.Run(["exec", plain, .. files], watched: plain))).ToArray();
            yield return Bar.OfSeconds("evalgate compare, 2 × 1,000,000 rows, 5 metrics, 50 slices, against parsing", runs.Select(r => r.Tool.Seconds), runs.Select(r => r.Plain.Seconds), 5);
            yield return Bar.OfMemory("the same, peak memory, against the size of the files", runs.Select(r => r.Tool.Megabytes), [files.Sum(f => new FileInfo(f).Length) / 1048576.0], 2);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (string Tool, string Plain) Prepare()
    {
        var project = Path.Combine(Sample.Home, "..", "..", "src", "EvalGate.Tool");
        Dotnet.Run(["build", project, "-c", "Release", "-v", "quiet", "-nologo"]);
        Plain.Prepare();
        return (Path.GetFullPath(Path.Combine(project, "bin", "Release", "net10.0", "EvalGate.Tool.dll")), Path.Combine(Plain.Folder, "bin", "Release", "net10.0", "Plain.dll"));
    }
}
