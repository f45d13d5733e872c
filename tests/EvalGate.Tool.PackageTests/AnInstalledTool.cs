using EvalGate.PackageTests;

namespace EvalGate.Tool.PackageTests;

public sealed class AnInstalledTool(TheTool tool) : IDisposable
{
    private readonly DirectoryInfo _folder = tool.NewFolder();

    [Fact]
    public void KnowsItsVersionAndTeaches()
    {
        Assert.Equal(tool.Version + "\n", Run("--version").Exits(0).Text.ReplaceLineEndings("\n"));
        Run("--help").Exits(0).Says("evalgate COMMAND [options]", "compare", "schema");
        Run("compare", "--help").Exits(0).Says("evalgate compare base.jsonl new.jsonl --metric correct --max-drop 2pp");
    }

    [Fact]
    public void ComparesAndSpeaksByItsExitCode()
    {
        Write("base.csv", i => 1);
        Write("fine.csv", i => 1);
        Write("worse.csv", i => i % 2);

        Run("compare", "base.csv", "fine.csv", "--metric", "correct", "--max-drop", "2pp").Exits(0).Says("compare: clear – identical on all 40 cases");
        var worse = Run("compare", "base.csv", "worse.csv", "--metric", "correct", "--max-drop", "2pp").Exits(1).Says("compare: REGRESSED");
        Assert.DoesNotContain('\u001b', worse.Text);
        Run("compare", "base.csv", "worse.csv", "--metric", "corect", "--max-drop", "2pp").Exits(3).Says("Did you mean 'correct'?");
        Run("gate").Exits(3).Says("no suite was found");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Outcome Run(params string[] arguments) => tool.Run(_folder.FullName, arguments);

    private void Write(string file, Func<int, int> score) => File.WriteAllText(
        Path.Combine(_folder.FullName, file),
        "id,correct\n" + string.Concat(Enumerable.Range(0, 40).Select(i => FormattableString.Invariant($"c{i},{score(i)}\n"))));
}
