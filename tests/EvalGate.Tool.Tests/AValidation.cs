using System.Text.Json;

namespace EvalGate.Tool.Tests;

public sealed class AValidation : IDisposable
{
    private readonly Workplace _place = new();

    [Fact]
    public void CountsWhatIsFine()
    {
        AProject.In(_place);
        AProject.In(_place, "other", "src/Other");

        Assert.Equal("2 suites, 96 cases: no problems.\n", _place.Run("validate").Exits(0).Out);
        Assert.Equal("1 suite, 48 cases: no problems.\n", _place.Run("validate src").Exits(0).Out);
        Assert.Equal("1 suite, 48 cases: no problems.\n", _place.Run("validate evals/toy.eval.yaml").Exits(0).Out);
    }

    [Fact]
    public void ReportsEveryMistakeAtItsLine()
    {
        AProject.In(_place, folder: "src/Toy");
        _place.Write("src/Toy/evals/toy.eval.yaml", _place.Read("src/Toy/evals/toy.eval.yaml").Replace("max_drop: 2pp", "max_drop: 2", StringComparison.Ordinal).Replace("language", "langage", StringComparison.Ordinal));
        _place.Write("src/Toy/evals/toy.cases.jsonl", "{\"id\":\"a\"}\n" + _place.Read("src/Toy/evals/toy.cases.jsonl"));
        AProject.In(_place, "other", "src/Other");
        _place.Write("src/Other/evals/other.cases.jsonl", "{\"id\":\"a\",\"input\":{},\"expected\":{\"label\":1}}\n{\"id\":\"a\",\"input\":{},\"expected\":{\"label\":1}}\n");

        var text = _place.Run("validate").Exits(1).Out;

        Approved.Is("validate.txt", text);
        using var json = JsonDocument.Parse(_place.Run("validate --json").Exits(1).Out);
        Assert.Equal(text.Split('\n').Count(l => l.Contains("error", StringComparison.Ordinal)) - 1, json.RootElement.GetProperty("errors").GetInt32());
        Assert.Equal("src/Other/evals/other.cases.jsonl", json.RootElement.GetProperty("diagnostics")[0].GetProperty("file").GetString());
    }

    [Fact]
    public void FindsSuitesOfOneName()
    {
        AProject.In(_place, folder: "a");
        AProject.In(_place, folder: "b");

        _place.Run("validate").Exits(1).Says("error EG1016: suite 'toy' is there twice");
    }

    [Fact]
    public void IsNoSuccessWithoutASuite()
    {
        _place.Run("validate").Exits(1).Says("error EG1014: there is no suite here (*.eval.yaml); 'evalgate init' starts one.");
        _place.Write("x.yaml", "");
        Assert.Contains("Suites end in .eval.yaml", _place.Run("validate x.yaml").Exits(3).Error, StringComparison.Ordinal);
    }

    public void Dispose() => _place.Dispose();
}
