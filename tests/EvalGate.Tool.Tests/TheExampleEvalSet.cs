using System.Reflection;
using System.Text.RegularExpressions;

namespace EvalGate.Tool.Tests;

/// <summary>What the README shows of the example's eval set is what the commands say of it.</summary>
public sealed partial class TheExampleEvalSet : IDisposable
{
    private static readonly string Root = Path.GetFullPath("..", typeof(TheExampleEvalSet).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "ExampleFolder").Value!);

    private readonly Workplace _place = new();

    public static TheoryData<string, string> Shown { get; } = Read();

    [Theory]
    [MemberData(nameof(Shown))]
    public void SaysWhatTheReadmeShows(string command, string output)
    {
        var outcome = _place.Run([.. Argument().Matches(command["evalgate ".Length..]).Select(m => m.Value.Trim('\''))], t => t with { Folder = Root, Clock = new Autumn(), Variables = _ => null });

        var said = outcome.Out.ReplaceLineEndings(" ");
        Assert.All(output.Split("\n…\n"), part => Assert.Contains(Spaces().Replace(part, " ").Trim(), Spaces().Replace(said, " "), StringComparison.Ordinal));
    }

    public void Dispose() => _place.Dispose();

    /// <summary>Blocks behind the mark "runs": a command behind a dollar sign, and parts of what it says between lines of three dots.</summary>
    private static TheoryData<string, string> Read()
    {
        var shown = new TheoryData<string, string>();
        foreach (Match block in Block().Matches(File.ReadAllText(Path.Combine(Root, "README.md")).ReplaceLineEndings("\n")))
        {
            shown.Add(block.Groups["command"].Value, block.Groups["output"].Value);
        }

        return shown;
    }

    [GeneratedRegex(@"<!-- runs -->\n```\n\$ (?<command>evalgate [^\n]+)\n(?<output>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"'[^']*'|\S+")]
    private static partial Regex Argument();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    private sealed class Autumn : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);
    }
}
