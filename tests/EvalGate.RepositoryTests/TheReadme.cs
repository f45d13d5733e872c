using System.Text.RegularExpressions;

namespace EvalGate.RepositoryTests;

/// <summary>What the README shows is what files hold; what commands print is checked where they are run.</summary>
public static partial class TheReadme
{
    private static readonly string Text = Repository.Read("README.md");

    [Fact]
    public static void QuotesFilesAsTheyAre()
    {
        var quotes = new[] { Text, Repository.Read("src/EvalGate.Shadow/README.md") }.Select(t => Quote().Matches(t)).ToArray();

        Assert.All(quotes, Assert.NotEmpty);
        Assert.All(quotes.SelectMany(q => q), q => Assert.Contains(q.Groups["text"].Value.TrimEnd(), Repository.Read(q.Groups["file"].Value), StringComparison.Ordinal));
    }

    [Fact]
    public static void LeadsToFilesThatExist() => Assert.All(
        Link().Matches(Text).Select(m => m.Groups["target"].Value.Split('#')[0]).Where(t => t.Length > 0 && !t.Contains("://", StringComparison.Ordinal)),
        target => Assert.True(Path.Exists(Path.Combine(Repository.Root, target)), $"README leads to '{target}', which does not exist."));

    [GeneratedRegex(@"<!-- file: (?<file>\S+) -->\n+ *```\w*\n(?<text>.*?)\n *```", RegexOptions.Singleline)]
    private static partial Regex Quote();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();
}
