using System.CommandLine;
using EvalGate.Commands;
using EvalGate.Files;
using EvalGate.Gating;
using EvalGate.GitHub;
using EvalGate.Reports;
using EvalGate.Suites;

namespace EvalGate.Tool.Verbs;

/// <summary><c>evalgate github baseline</c></summary>
internal sealed class BaselineVerb
{
    private const long Largest = 256L * 1024 * 1024;
    private const int MostFiles = 200;

    private readonly Option<string> _workflow = new("--workflow") { Description = "The workflow of the branch that accepts runs.", HelpName = "FILE", DefaultValueFactory = _ => ".github/workflows/baseline.yml" };
    private readonly Option<string> _artifact = new("--artifact") { Description = "The artifact in which it leaves *.baseline.jsonl files.", HelpName = "NAME", DefaultValueFactory = _ => "evalgate-baseline" };
    private readonly Option<int> _commits = new("--commits") { Description = "How far back a baseline may be, in commits of the branch.", HelpName = "N", DefaultValueFactory = _ => 50 };

    public Verb Create(Terminal terminal)
    {
        var verb = new Verb("baseline", "Fetches the baselines of suites that say 'baseline: { branch: main }'.")
        {
            Examples = [("evalgate github baseline", "In a job of Actions, before 'dotnet test'.")],
            Notes =
            [
                "Takes the newest artifact of the commit where the change began, else of the nearest one before. It must come from this repository, the branch and the workflow, "
                    + "and from a run that a push, a schedule or a dispatch started and that succeeded.",
                "Without one nothing is compared: the evals read 'not judged', which is never green in CI. Needs 'permissions: { actions: read }' and a checkout with fetch-depth: 0.",
            ],
        };
        verb.AddAll([_workflow, _artifact, _commits]);

        GitHubVerb.SetAction(verb, terminal, parsed => Invoke(parsed, terminal));
        return verb;
    }

    private int Invoke(ParseResult parsed, Terminal terminal)
    {
        var suites = ProjectSuites.Below(terminal.Folder, new YamlLanguage()).Where(s => s.Suite?.Gate?.BaselineBranch is not null).ToLookup(s => s.Suite!.Gate!.BaselineBranch!, StringComparer.Ordinal);
        if (suites.Count == 0)
        {
            terminal.Out.WriteLine("No suite here says 'baseline: { branch: … }'.");
            return ExitCode.NothingBlocks;
        }

        // What an earlier job left goes, whatever happens next: it would be compared with in silence.
        foreach (var suite in suites.SelectMany(s => s))
        {
            TextFile.Delete(PathOf(suite));
        }

        var read = Publication.Read(terminal.Variable, TextFile.Read, terminal.Clock);
        return suites.Select(s => Fetch(read, s, parsed, terminal)).Max();
    }

    private int Fetch(Publication read, IGrouping<string, CheckedSuite> suites, ParseResult parsed, Terminal terminal)
    {
        var start = GitTree.MergeBase(terminal.Folder, read.Event.Base ?? $"origin/{suites.Key}")
            ?? throw new GitHubException($"git knows no common commit with '{suites.Key}'. Check out with fetch-depth: 0.");
        var commits = GitTree.FirstParents(terminal.Folder, start, parsed.GetValue(_commits));
        var found = BranchBaselines.FindAsync(read.Job, new(suites.Key, parsed.GetRequiredValue(_workflow), parsed.GetRequiredValue(_artifact), [.. commits]), terminal.Clock).GetAwaiter().GetResult();
        terminal.Error.Write(string.Concat(found.Refused.Select(r => $"warning: {r}.\n")));
        var texts = found.Zip is { } zip ? Texts(zip) : [];
        var missing = found.Zip is null
            ? $"'{suites.Key}' left none in its last {Figures.Count(commits.Count, "commit")} before the change began. Let {CleanText.Of(parsed.GetRequiredValue(_workflow))} run there"
            : $"the artifact of {found.Commit![..7]} does not hold it. Add it to the artifact's files";
        return suites.Select(s => Place(s, found, texts, (missing, terminal))).Max();
    }

    private static Dictionary<string, string> Texts(ReadOnlyMemory<byte> zip)
    {
        using var artifact = new PassingFile("baselines.zip", zip);
        return ZippedTexts.Read(artifact.Path, name => name.EndsWith(".baseline.jsonl", StringComparison.Ordinal), Largest, MostFiles)
            .GroupBy(t => Path.GetFileName(t.Name), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Text, StringComparer.Ordinal);
    }

    private static string PathOf(CheckedSuite suite) => Path.Combine(suite.ProjectFolder, LoadedSuite.Of(suite).BaselinePath!);

    /// <summary>Puts a suite's baseline where the tests look for it.</summary>
    private static int Place(CheckedSuite suite, BranchBaseline found, Dictionary<string, string> texts, (string Missing, Terminal Terminal) told)
    {
        var (path, terminal) = (PathOf(suite), told.Terminal);
        if (!texts.TryGetValue(suite.Suite!.Gate!.Baseline, out var text))
        {
            terminal.Error.WriteLine($"error: there is no baseline of '{suite.Suite.Name}': {told.Missing}. Until then its evals read 'not judged'.");
            return ExitCode.NotJudged;
        }

        TextFile.WriteAtomically(path, text);
        if (BaselineFile.Read(path, suite.Suite.Name) is BaselineUnusable unusable)
        {
            TextFile.Delete(path);
            terminal.Error.WriteLine($"error: the baseline of '{suite.Suite.Name}' cannot be used: {unusable.Diagnostic.Message}");
            return ExitCode.NotJudged;
        }

        var days = (int)Math.Max(0, (terminal.Clock.GetUtcNow() - found.Made!.Value).TotalDays);
        var where = found.Distance == 0 ? "where the change began" : $"{Figures.Count(found.Distance, "commit")} before the change began";
        terminal.Out.WriteLine($"{suite.Suite.Name}: baseline of {found.Commit![..7]}, {where}, {Figures.Count(days, "day")} old.");
        return ExitCode.NothingBlocks;
    }
}
