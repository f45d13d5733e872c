using System.Text.Json;

namespace EvalGate.Tool.Tests;

public sealed class ALeakedCase : IDisposable
{
    private const string Question = "my tent tore in the first night, what can I do now?";

    private readonly Workplace _place = new();

    [Fact]
    public void IsFoundWithItsLineAndItsWords()
    {
        Project();
        _place.Write("train/a.jsonl", "{\"q\":\"nothing\"}\n{\"q\":\"My tent tore in the first night; what can I do now\"}\n");

        _place.Run("leakage --against train/*.jsonl").Exits(1)
            .Says("train/a.jsonl(2): error EG3201: case 'long': input.text stands here word for word: \"My tent tore in the first night; what can I do now\"", "1 case leaked. Control: 3 of 3 planted copies found.");
        using var json = JsonDocument.Parse(_place.Run("leakage --against train/*.jsonl --json").Exits(1).Out);
        Assert.Equal("normalised", json.RootElement.GetProperty("leaks")[0].GetProperty("kind").GetString());
        _place.Run("leakage --against evals/*").Exits(0).Says("0 cases leaked");
    }

    [Fact]
    public void IsLookedForInComponentsWithoutBeingAsked()
    {
        Project("components:\n  prompt: prompt.md\n");
        _place.Write("prompt.md", $"For example: {Question}\n");

        _place.Run("leakage").Exits(1).Says("prompt.md(1): error EG3201: case 'long': input.text stands here verbatim");
    }

    [Fact]
    public void IsLookedForWhereTheSuiteSaysSo()
    {
        Project("leakage: { against: 'train/*.txt', canary: 2f8b6c1e-5a7d-4b0e-9d3c-77a1e0c4b912, expected: false }\n");
        _place.Write("train/a.txt", $"{Question}\nand 2F8B6C1E-5A7D-4B0E-9D3C-77A1E0C4B912\n");

        _place.Run("leakage").Exits(1).Says("train/a.txt(1): error EG3201: case 'long'", "train/a.txt(2): error EG3203: the canary of the eval set stands here");
        _place.Write("evals/toy.eval.yaml", _place.Read("evals/toy.eval.yaml").Replace("train/*.txt", "../*.txt", StringComparison.Ordinal));
        Assert.Contains("'against' is '../*.txt'", _place.Run("leakage").Exits(3).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void IsRetiredWhenThatIsThePolicy()
    {
        Project("components:\n  prompt: prompt.md\n");
        _place.Write("prompt.md", Question);

        _place.Run("leakage --retire").Exits(0);

        Assert.Contains("\"retired\":{\"reason\":\"leaked into prompt.md, line 1\"}", _place.Read("evals/toy.cases.jsonl"), StringComparison.Ordinal);
    }

    [Fact]
    public void ChangesTheNumbers()
    {
        Project("components:\n  prompt: prompt.md\n").Run(10, id => id != "long");
        _place.Write("prompt.md", Question);

        _place.Run("leakage").Exits(1).Says("correct of the newest run: 0.020 with the leaked cases, 0.000 without");
    }

    [Fact]
    public void CannotBeRuledOutByAScanThatFindsNothingPlanted()
    {
        AProject.In(_place);
        _place.Write("a.txt", "x");

        _place.Run("leakage --against a.txt").Exits(2).Says("error EG3204: no text of the cases is long enough to be looked for");
        Assert.Contains("names no components and no 'leakage:'", _place.Run("leakage").Exits(3).Error, StringComparison.Ordinal);
        Assert.Contains("No file matches this pattern", _place.Run("leakage --against train/*").Exits(3).Error, StringComparison.Ordinal);
    }

    private AProject Project(string components = "")
    {
        var project = AProject.In(_place);
        _place.Write("evals/toy.eval.yaml", _place.Read("evals/toy.eval.yaml").Replace("slices:", components + "slices:", StringComparison.Ordinal));
        _place.Write("evals/toy.cases.jsonl", _place.Read("evals/toy.cases.jsonl") + $$$"""{"id":"long","input":{"text":"{{{Question}}}"},"expected":{"label":"x"},"slices":{"language":"de"}}""" + "\n");
        return project;
    }

    public void Dispose() => _place.Dispose();
}
