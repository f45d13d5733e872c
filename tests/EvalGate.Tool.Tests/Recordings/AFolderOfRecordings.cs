using System.Text.Json;
using EvalGate.Files;
using EvalGate.Recordings;

namespace EvalGate.Tool.Tests.Recordings;

public sealed class AFolderOfRecordings : IDisposable
{
    private static readonly DateOnly Lately = new(2026, 11, 20);

    private readonly Workplace _place = new();

    public AFolderOfRecordings() => AProject.In(_place);

    private RecordingFolder Folder => new(_place["evals/toy.recordings"], "toy");

    [Fact]
    public void IsCountedAndItsGapsAreNamed()
    {
        Record(["de-00", "de-01"], Lately);
        Record(["gone"], Lately);
        Record(["de-02"], new(2025, 1, 2));
        Record(["de-03"], Lately, repetition: 2);

        var outcome = _place.Run("recordings status", At2026).Exits(1);

        outcome.Says("toy: 4 calls of 4 cases, the oldest of 2025-01-02", "expired: de-02", "of cases that are gone: gone", "of repetitions that are gone: de-03", "missing: a replay fails for de-04, de-05, de-06, de-07, de-08 and 39 more", "Next: EVALGATE_RECORDINGS=auto dotnet test");
        using var json = JsonDocument.Parse(_place.Run("recordings status toy --json", At2026).Exits(1).Out);
        Assert.Equal(44, json.RootElement.GetProperty("suites")[0].GetProperty("missing").GetArrayLength());
    }

    [Fact]
    public void IsFineWhenEveryCaseIsRecordedAndYoung()
    {
        Record(Enumerable.Range(0, 48).Select(Id), Lately);

        Assert.Equal("toy: 48 calls of 48 cases, the oldest of 2026-11-20\n", _place.Run("recordings status", At2026).Exits(0).Out);
        _place.Run("recordings status --days 3", At2026).Exits(0).Says("expired: de-00, de-01, de-02, de-03, de-04 and 43 more", "Next: evalgate recordings refresh toy");
    }

    [Fact]
    public void ThatIsDamagedIsNamed()
    {
        Record(["de-00"], Lately);
        _place.Write("evals/toy.recordings/de-00.jsonl", _place.Read("evals/toy.recordings/de-00.jsonl").Replace("hello", "other", StringComparison.Ordinal));

        _place.Run("recordings status", At2026).Exits(1).Says("damaged:", "Line 2 is damaged: the request is not the one that was recorded");
    }

    [Fact]
    public void IsPrunedOnlyWhenThatIsMeant()
    {
        Record(["de-00", "gone"], Lately);
        Record(["de-01"], Lately, repetition: 2);

        _place.Run("recordings prune", At2026).Exits(0).Says("to delete: gone, a case that is gone", "to delete: of de-01, repetitions that are gone", "add --yes");
        Assert.Equal(3, Folder.Files().Count);
        _place.Run("recordings prune --yes", At2026).Exits(0).Says("deleted: gone");

        Assert.Equal(["de-00.jsonl", "de-01.jsonl"], Folder.Files().Select(Path.GetFileName));
        Assert.Empty(Folder.Read("de-01"));
        Assert.Equal("toy: nothing to prune\n", _place.Run("recordings prune", At2026).Exits(0).Out);
    }

    [Fact]
    public void IsRefreshedWhereItExpired()
    {
        Record(["de-00", "de-01", "de-02"], Lately);
        Record(["de-03"], new(2025, 1, 2));

        Assert.Equal("error: there is no recording of case 'de-O1'. Did you mean 'de-01'?\n", _place.Run("recordings refresh --case de-O1", At2026).Exits(3).Error);
        Assert.Equal("Forgot the recordings of 1 case.\nNext: EVALGATE_RECORDINGS=auto dotnet test\n", _place.Run("recordings refresh", At2026).Exits(0).Out);
        Assert.Equal("Nothing to refresh.\n", _place.Run("recordings refresh", At2026).Exits(0).Out);
        _place.Run("recordings refresh toy --case de-01", At2026).Exits(0);
        Assert.Equal(["de-00.jsonl", "de-02.jsonl"], Folder.Files().Select(Path.GetFileName));
        _place.Run("recordings refresh --all", At2026).Exits(0);
        Assert.Empty(Folder.Files());
    }

    [Fact]
    public void MayBeMissing() => Assert.Equal("No suite has recordings.\n", _place.Run("recordings status", At2026).Exits(0).Out);

    public void Dispose() => _place.Dispose();

    private static string Id(int number) => FormattableString.Invariant($"{(number % 2 == 0 ? "de" : "en")}-{number / 2:00}");

    private static Terminal At2026(Terminal terminal) => new()
    {
        Out = terminal.Out,
        Error = terminal.Error,
        In = terminal.In,
        Folder = terminal.Folder,
        Clock = new FixedClock(new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero)),
        Variables = terminal.Variables,
    };

    private void Record(IEnumerable<string> cases, DateOnly day, int repetition = 1)
    {
        using var request = JsonDocument.Parse("""{"call":"chat","messages":"hello"}""");
        foreach (var id in cases)
        {
            Folder.Write(id, [new(new(repetition, RecordedCall.HashOf(request.RootElement), 1), request.RootElement, request.RootElement, day)]);
        }
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
