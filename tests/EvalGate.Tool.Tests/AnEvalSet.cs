using System.Text.Json;

namespace EvalGate.Tool.Tests;

public sealed class AnEvalSet : IDisposable
{
    private readonly Workplace _place = new();

    [Fact]
    public void IsLintedAtItsLines()
    {
        AProject.In(_place);
        _place.Write("evals/toy.cases.jsonl", _place.Read("evals/toy.cases.jsonl")
            + """{"id":"de-90","input":{"text":"where is my parcel today"},"expected":{"label":"x"},"slices":{"language":"de"}}""" + "\n"
            + """{"id":"de-91","input":{"text":"Where is my parcel, today?"},"expected":{"label":"y"},"slices":{"language":"de"}}""" + "\n");

        _place.Run("cases lint").Exits(0).Says("evals/toy.cases.jsonl(50): warning EG3101: case 'de-91' asks the same as 'de-90' (evals/toy.cases.jsonl(49))", "50 active cases: 1 warning, 2 notes.");
        _place.Run("cases lint toy --strict").Exits(1);
        using var json = JsonDocument.Parse(_place.Run("cases lint toy --json").Exits(0).Out);
        Assert.Equal("EG3104", json.RootElement.GetProperty("diagnostics")[2].GetProperty("code").GetString());
        Assert.Equal(1, json.RootElement.GetProperty("warnings").GetInt32());
    }

    [Fact]
    public void IsNotLintedWhenItCannotBeRead()
    {
        AProject.In(_place);
        _place.Write("evals/toy.cases.jsonl", "{\n");

        Assert.Contains("EG1101", _place.Run("cases lint").Exits(3).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void ComesBackWhenAllOfItIsRetired()
    {
        AProject.In(_place);
        var before = _place.Read("evals/toy.cases.jsonl");
        string[] ids = [.. Enumerable.Range(0, 24).SelectMany(i => new[] { $"de-{i:00}", $"en-{i:00}" })];
        _place.Run(["cases", "retire", .. ids, "--reason", "sold the shop"]).Exits(0);
        _place.Run("validate").Exits(1).Says("suite 'toy' has no active case");

        _place.Run("cases stats").Exits(0);
        _place.Run(["cases", "restore", .. ids]).Exits(0);

        Assert.Equal(before, _place.Read("evals/toy.cases.jsonl").Replace(",\"status\":\"active\"", "", StringComparison.Ordinal));
    }

    [Fact]
    public void GrowsByWhatProductionSaw()
    {
        AProject.In(_place);
        _place.Write("log.jsonl", """{"id":"r-1","input":{"text":"my tent tore, write to jane@gmail.com"},"language":"de","output":{"label":"z"}}""" + "\n");
        string[] promote = ["cases", "promote", "log.jsonl", "--id", "r-1", "--expected", "label=warranty"];

        _place.Run(promote).Exits(0).Says("added r-1 to evals/toy.cases.jsonl\n  in language=de\n");

        var line = JsonElement.Parse(_place.Read("evals/toy.cases.jsonl").Split('\n')[48]);
        Assert.Equal("my tent tore, write to [email]", line.GetProperty("input").GetProperty("text").GetString());
        Assert.Equal("log.jsonl#r-1", line.GetProperty("source").GetString());
        Assert.Equal("warranty", line.GetProperty("expected").GetProperty("label").GetString());
        var again = _place.Run([.. promote, "--as", "r-2"]).Exits(1);
        Assert.StartsWith("evals/toy.cases.jsonl(49): case 'r-1' asks nearly the same (100 % of their word pairs are shared).\nerror: nothing was added.", again.Error, StringComparison.Ordinal);
        _place.Run([.. promote, "--as", "r-2", "--group", "r-1", "--yes"]).Exits(0);
        _place.Run("cases lint").Exits(0).Says("EG3101: case 'r-2' asks the same as 'r-1'");
        Assert.Contains("there is no request 'r-9'", _place.Run("cases promote log.jsonl --id r-9 --expected x").Exits(3).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void LosesNoCaseWithoutAReason()
    {
        AProject.In(_place);

        _place.Run(["cases", "retire", "de-00", "en-03", "--reason", "no longer sold"]).Exits(0).Says("retired de-00 in evals/toy.cases.jsonl\nretired en-03 in evals/toy.cases.jsonl\n");

        Assert.Contains("\"status\":\"retired\",\"retired\":{\"reason\":\"no longer sold\"}", _place.Read("evals/toy.cases.jsonl").Split('\n')[0], StringComparison.Ordinal);
        _place.Run(["cases", "retire", "de-00", "--reason", "again"]).Exits(3).Complains("evals/toy.cases.jsonl(1): error EG3116: case 'de-00' is retired already.");
        Assert.Contains("say why", _place.Run(["cases", "retire", "de-01", "--reason", " "]).Exits(3).Error, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'de-00'?", _place.Run(["cases", "retire", "de-0O", "--reason", "x"]).Exits(3).Error, StringComparison.Ordinal);
        _place.Run("cases restore de-00").Exits(0);
        _place.Run("cases quarantine de-01 --reason flaky --until 2026-12-31").Exits(0);
        _place.Run("cases relabel de-02 --expected label=y").Exits(0);
        _place.Run("cases stats").Exits(0).Says("toy: 47 active (47 independent), 1 retired, 1 quarantined", "language=en: 23");
        Assert.Contains("error: --until tomorrow: write a date", _place.Run("cases quarantine de-01 --reason flaky --until tomorrow").Exits(3).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void TellsWhatChanged()
    {
        AProject.In(_place);
        Git("init", "-q");
        Git("add", ".");
        Git("commit", "-q", "-m", "first");
        _place.Run(["cases", "retire", "de-00", "--reason", "no longer sold"]).Exits(0);
        _place.Run("cases relabel de-02 --expected label=y").Exits(0);
        _place.Run("cases add --id new --input text=hello --expected label=x --slice language=fr").Exits(0);

        const string Expected = """
            toy: 1 added, 1 retired, 1 relabelled
              added       new
              retired     de-00: no longer sold
              relabelled  de-02: {"label":"x"} → {"label":"y"}
              language=de: 24 → 23 cases
              language=fr: 0 → 1 cases

            """;
        Assert.Equal(Expected, _place.Run("cases diff").Exits(0).Out);
        Git("commit", "-q", "-am", "second");
        Assert.Equal("toy: no changes\n", _place.Run("cases diff").Exits(0).Out);
        _place.Run("cases diff HEAD^ --to HEAD --json").Exits(0).Says("\"change\": \"relabelled\"");
        var log = _place.Run("cases log").Exits(0).Out;
        Assert.Contains(" second\ntoy: 1 added, 1 retired, 1 relabelled", log, StringComparison.Ordinal);
        Assert.Contains(" first\ntoy: 48 added", log, StringComparison.Ordinal);
    }

    private void Git(params string[] arguments)
    {
        using var git = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false", .. arguments]) { WorkingDirectory = _place.Folder })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }

    public void Dispose() => _place.Dispose();
}
