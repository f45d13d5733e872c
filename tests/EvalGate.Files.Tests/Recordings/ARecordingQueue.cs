using System.Collections.Concurrent;
using EvalGate.Recordings;

namespace EvalGate.Files.Tests.Recordings;

public static class ARecordingQueue
{
    [Fact]
    public static void WritesEverythingInTheEnd()
    {
        var store = new Store();
        using var queue = new RecordingQueue(store);

        Parallel.For(0, 200, i => queue.Write($"case-{i}", Calls(i)));
        queue.Flush();

        Assert.Equal(Enumerable.Range(0, 200), store.Kept.Values.Select(c => c[0].Key.Repetition).Order());
    }

    [Fact]
    public static void ReadsWhatIsNotWrittenYet()
    {
        using var gate = new ManualResetEventSlim();
        var store = new Store { Before = gate.Wait };
        using var queue = new RecordingQueue(store);

        queue.Write("a", Calls(1));
        queue.Write("a", Calls(2));

        Assert.Empty(store.Kept);
        Assert.Equal(2, Assert.Single(queue.Read("a")).Key.Repetition);
        gate.Set();
        queue.Flush();
        Assert.Equal(2, store.Kept["a"][0].Key.Repetition);
        Assert.Empty(queue.Read("b"));
    }

    [Fact]
    public static void SaysThatTheDiskRefusedAndTakesNothingMore()
    {
        using var queue = new RecordingQueue(new Store { Before = () => throw new FilesException("a.jsonl", "The disk is full.", "Make room.") });
        queue.Write("a", Calls(1));

        Assert.Contains("The disk is full.", Assert.Throws<FilesException>(queue.Flush).Message, StringComparison.Ordinal);
        Assert.Throws<FilesException>(() => queue.Write("b", Calls(1)));
    }

    private static RecordedCall[] Calls(int repetition) => [new(new(repetition, "hash", 1), default, default, default)];

    private sealed class Store : IRecordingStore
    {
        public ConcurrentDictionary<string, IReadOnlyList<RecordedCall>> Kept { get; } = new(StringComparer.Ordinal);

        public Action Before { get; init; } = () => { };

        public IReadOnlyList<RecordedCall> Read(string caseId) => Kept.GetValueOrDefault(caseId) ?? [];

        public void Write(string caseId, IReadOnlyList<RecordedCall> calls)
        {
            Before();
            Kept[caseId] = calls;
        }
    }
}
