using System.Text.Json;

namespace EvalGate.Tool.Tests;

public sealed class AMerge : IDisposable
{
    private readonly Workplace _place = new();

    [Fact]
    public void MakesOneRunThatTheGateJudgesAsIfNothingHadBeenSplit()
    {
        var project = AProject.In(_place);
        project.Run(0);
        _place.Run("accept --yes").Exits(0);
        project.Run(1, AProject.First(10, "de"));
        var whole = _place.Run("gate toy --json").Exits(1).Out;
        var shards = Enumerable.Range(1, 3).Select(i => Shard(project, i, 3)).ToArray();

        Approved.Is("merge.txt", _place.Run($"merge {string.Join(' ', shards)} -o merged.jsonl").Exits(0).Out);
        var merged = _place.Read("merged.jsonl");
        _place.Run($"merge {string.Join(' ', shards.Reverse())} -o merged.jsonl").Exits(0);

        Assert.Equal(merged, _place.Read("merged.jsonl"));
        Assert.Equal(Comparisons(whole), Comparisons(_place.Run("gate merged.jsonl --json").Exits(1).Out));
    }

    [Fact]
    public void TakesPatternsAndSpeaksJson()
    {
        var project = AProject.In(_place);
        foreach (var i in new[] { 1, 2 })
        {
            _place.Write($"shards/{i}.jsonl", _place.Read(Shard(project, i, 2)));
        }

        using var json = JsonDocument.Parse(_place.Run("merge shards/*.jsonl -o out/merged.jsonl --json").Exits(0).Out);
        Assert.Equal((2, 48, "out/merged.jsonl"), (json.RootElement.GetProperty("shards").GetInt32(), json.RootElement.GetProperty("results").GetInt32(), json.RootElement.GetProperty("file").GetString()));
    }

    [Fact]
    public void NeedsEveryShardOnce()
    {
        var project = AProject.In(_place);
        var (first, second, again) = (Shard(project, 1, 3), Shard(project, 2, 3), Shard(project, 2, 3, hour: 9));

        Refused($"merge {first} {second}", $"{first}: error EG3001: shard 3/3 is missing.");
        Refused($"merge {first}", $"{first}: error EG3001: shards 2/3, 3/3 are missing.");
        var complaints = _place.Run($"merge {first} {second} {again} -o m.jsonl").Exits(2).Error;
        Assert.Contains($"{again}: error EG3001: shard 2/3 is there twice: the other is {second}. Name each shard once.", complaints, StringComparison.Ordinal);
        Assert.Contains("Each case belongs to one shard.", complaints, StringComparison.Ordinal);
        Assert.False(File.Exists(_place["m.jsonl"]));
    }

    [Fact]
    public void RefusesWhatIsNoShardOfTheSameRun()
    {
        var project = AProject.In(_place);
        var (first, whole) = (Shard(project, 1, 2), project.Run(7));
        var cut = project.Run(8, change: h => h with { Shard = "2/2" }, end: false);
        var other = project.Run(9, change: h => h with { Shard = "2/2", Commit = null, Stack = new Dictionary<string, string> { ["model"] = "y" } });

        Refused($"merge {first} {whole}", $"{whole}: error EG3001: this is no shard: the run was made without EVALGATE_SHARD. It needs no merging.");
        Refused($"merge {first} {cut}", $"{cut}: error EG3001: shard 2/2 was cut off after {File.ReadLines(_place[cut]).Count() - 1} results. Run it again.");
        Refused(
            $"merge {first} {other}",
            $"{other}: error EG3001: commit is not there here and '{AProject.Commit}' in {first}. Only shards of one run can be merged.",
            $"{other}: error EG3001: component 'model' is 'y' here and not there in {first}. Only shards of one run can be merged.");
    }

    public void Dispose() => _place.Dispose();

    private static string Shard(AProject project, int index, int count, int hour = 1) =>
        project.Run(hour + index, AProject.First(10, "de"), h => h with { Shard = FormattableString.Invariant($"{index}/{count}"), Machine = FormattableString.Invariant($"machine {index}") });

    private static string Comparisons(string verdict) => JsonDocument.Parse(verdict).RootElement.GetProperty("comparisons").GetRawText();

    private void Refused(string command, params string[] lines) => _place.Run($"{command} -o m.jsonl").Exits(2).Complains(lines);
}
