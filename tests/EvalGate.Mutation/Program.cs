using System.Diagnostics;
using System.Globalization;
using EvalGate.Mutation;

// Usage: EvalGate.Mutation [mutants per project, 200] [seed, 1] [only this project]. What is committed is tested, in a copy, and src/PROJECT/MUTATION.md is written here. Exit 1 when a score is under 90 %.
if (args.Length > 3 || args.Take(2).Any(a => !int.TryParse(a, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
{
    await Console.Error.WriteLineAsync("Usage: EvalGate.Mutation [mutants per project, 200] [seed, 1] [only this project]");
    return 2;
}

var size = NumberAt(0, 200);
var seed = NumberAt(1, 1);
var copy = Directory.CreateTempSubdirectory("evalgate-mutation-").FullName;
var watch = Stopwatch.StartNew();
var isKept = true;
try
{
    Must(new("git", ["clone", "--quiet", ".", copy]));
    Must(new("dotnet", ["tool", "restore"]) { WorkingDirectory = copy });
    foreach (var score in Target.All.Where(t => args.Length < 3 || t.Project == args[2]).Select(ScoreOf))
    {
        await File.WriteAllTextAsync(Path.Combine("src", score.Target.Project, "MUTATION.md"), new Report(score, seed).ToString());
        isKept &= score.IsKept;
    }
}
finally
{
    Directory.Delete(copy, recursive: true);
}

return isKept ? 0 : 1;

int NumberAt(int index, int otherwise) => index < args.Length ? int.Parse(args[index], NumberStyles.None, CultureInfo.InvariantCulture) : otherwise;

Score ScoreOf(Target target)
{
    var tests = MutatedTests.Of(copy, target);
    var sample = Sample.Of(tests.Mutants, size, seed);
    Console.Error.WriteLine($"{watch.Elapsed:hh\\:mm\\:ss} {target.Name}: {sample.Count} of {tests.Mutants.Count} mutants");
    return new(target, tests.Mutants.Count, [.. sample.Select(m => (m, Met(tests, m)))]);
}

Ending Met(MutatedTests tests, Mutant mutant)
{
    var ending = tests.Meet(mutant);
    Console.Error.WriteLine($"{watch.Elapsed:hh\\:mm\\:ss} {(ending == Ending.Success ? "SURVIVED" : "noticed")} {mutant.File} {mutant.Id}: {mutant.Change}");
    return ending;
}

static void Must(ProcessStartInfo start)
{
    if (Processes.Run(start, TimeSpan.FromMinutes(5)).Ending != Ending.Success)
    {
        throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList)} failed.");
    }
}
