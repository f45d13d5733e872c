using System.Diagnostics;
using System.Globalization;
using EvalGate.Mutation;

const int Seed = 1;

// Usage: EvalGate.Mutation <file to write> [mutants per project, 200] [only this project]. What is committed is tested, in a copy. Exit 1 when a score is under 90 %.
var size = 200;
if (args is not [var path, .. var options] || options.Length > 2 || (options.Length > 0 && !int.TryParse(options[0], NumberStyles.None, CultureInfo.InvariantCulture, out size)))
{
    await Console.Error.WriteLineAsync("Usage: EvalGate.Mutation <file to write> [mutants per project, 200] [only this project]");
    return 2;
}

var copy = Directory.CreateTempSubdirectory("evalgate-mutation-").FullName;
var watch = Stopwatch.StartNew();
Score[] scores;
try
{
    Must(new("git", ["clone", "--quiet", ".", copy]));
    Must(new("dotnet", ["tool", "restore"]) { WorkingDirectory = copy });
    scores = [.. Target.All.Where(t => options.Length < 2 || t.Project == options[1]).Select(ScoreOf)];
}
finally
{
    Directory.Delete(copy, recursive: true);
}

await File.WriteAllTextAsync(path, new Report(scores, Seed).ToString());
return scores.All(s => s.IsKept) ? 0 : 1;

Score ScoreOf(Target target)
{
    var tests = MutatedTests.Of(copy, target);
    var sample = Sample.Of(tests.Mutants, size, Seed);
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
    if (Processes.Run(start, TimeSpan.FromMinutes(5)) != Ending.Success)
    {
        throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList)} failed.");
    }
}
