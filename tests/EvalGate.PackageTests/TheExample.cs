using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace EvalGate.PackageTests;

/// <summary>The README's first two commands, in a copy of the repository as a newcomer clones it.</summary>
public sealed class TheExample(TheExample.Clone clone) : IClassFixture<TheExample.Clone>
{
    [Fact]
    public void PassesWithVersionOne() => clone.VersionOne.Exits(0).Says("Test run summary: Passed!");

    [Fact]
    public void FailsWithVersionTwoThoughTheAverageRose() => clone.VersionTwo.Exits(2).Says(
        "failed EvalGate support",
        "support: REGRESSED – language=de, length=medium: correct fell",
        "The average hides it: overall, correct got better by");

    [Fact]
    public void FailsTheBuildAtTheLineOfItsSuite() => clone.Build(("ASSISTANT", "v2")).Exits(1).Says(
        "example-project/evals/support.eval.yaml(",
        "error EG2001: slice language=de, length=medium: correct fell 24.0 pp, from 82.0 % to 58.0 % of 50 cases");

    [Fact]
    public void PassesAsManyTestsAsTheReadmeSays() => clone.VersionOne.Says($"succeeded: {clone.TestsInTheReadme}");

    [Fact]
    public void PrintsWhatTheReadmeShows() => Assert.All(clone.ShownInTheReadme("v2"), clone.VersionTwo.Prints);

    /// <summary>A few-shot made of a case, production's Dutch customers, and warranty answers that aged.</summary>
    [Theory]
    [InlineData("EG3201", "example-project/training/fewshots.jsonl", "case 'refund-en-002': input.question stands here verbatim")]
    [InlineData("EG3301", "example-project/evals/support.eval.yaml", "23.8 % of the requests lie in a slice with fewer than 30 cases")]
    [InlineData("EG3302", "example-project/evals/support.eval.yaml", "the eval set's mix of 'language' is not production's")]
    [InlineData("EG3401", "example-project/evals/support.cases.jsonl", "case 'warranty-de-001' expects 'warranty', and a second look says 'refund'")]
    public void FindsInItsVerdictWhatIsWrongWithItsEvalSet(string code, string file, string message) =>
        Assert.Contains(clone.Findings, f => f.Code == code && file.EndsWith(f.File, StringComparison.Ordinal) && f.Message.StartsWith(message, StringComparison.Ordinal));

    /// <summary>The files that git knows or would add, copied.</summary>
    public sealed class Clone : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("evalgate-example-").FullName;

        public Clone()
        {
            foreach (var file in Files().Where(f => File.Exists(Path.Combine(ThePackage.Root, f))))
            {
                var target = Path.Combine(_folder, file);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(Path.Combine(ThePackage.Root, file), target);
            }

            VersionOne = Dotnet.Run(_folder, "test --project example-project");
            VersionTwo = Dotnet.Run(_folder, "test --project example-project", ("ASSISTANT", "v2"));
        }

        public Outcome VersionOne { get; }

        public Outcome VersionTwo { get; }

        /// <summary>Builds and judges.</summary>
        public Outcome Build(params (string Name, string Value)[] environment) => Dotnet.Run(_folder, "build example-project --no-restore -t:EvalGate", environment);

        /// <summary>The parts of an output block of the README; a line of three dots stands for lines left out.</summary>
        public IEnumerable<string> ShownInTheReadme(string name)
        {
            var readme = File.ReadAllText(Path.Combine(_folder, "README.md"));
            var mark = $"<!-- output: {name} -->\n```\n";
            var start = readme.IndexOf(mark, StringComparison.Ordinal) + mark.Length;
            var block = readme[start..readme.IndexOf("\n```", start, StringComparison.Ordinal)];
            return block.Split("\n…\n");
        }

        /// <summary>How many tests the README's first command passes.</summary>
        public string TestsInTheReadme => Regex.Match(File.ReadAllText(Path.Combine(_folder, "README.md")), "([0-9]+) tests pass").Groups[1].Value;

        /// <summary>What the last verdict found.</summary>
        public IEnumerable<(string Code, string File, string Message)> Findings
        {
            get
            {
                using var verdict = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder, "example-project/TestResults/evalgate/net10.0/support/verdict.json")));
                return [.. verdict.RootElement.GetProperty("findings").EnumerateArray().Select(f => (f.GetProperty("code").GetString()!, f.GetProperty("file").GetString()!, f.GetProperty("message").GetString()!))];
            }
        }

        public void Dispose() => Directory.Delete(_folder, recursive: true);

        private static string[] Files()
        {
            using var git = Process.Start(new ProcessStartInfo("git", "ls-files -coz --exclude-standard") { WorkingDirectory = ThePackage.Root, RedirectStandardOutput = true })!;
            return git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
        }
    }
}
