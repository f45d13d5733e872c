using System.Diagnostics;
using System.Globalization;
using EvalGate.Datasets;
using EvalGate.Files;

namespace EvalGate.Benchmarks;

/// <summary>The search for leaked cases: what it finds, and how long it takes over the bytes that <c>grep -c -F</c> reads for one fixed string.</summary>
internal static class LeakageScans
{
    private const double Megabyte = 1e6;
    private const double Bar99 = 0.99;
    private static readonly string[] Certain = ["exact", "re-cased", "embedded"];

    /// <summary>Recall by kind and precision over a million documents, and seconds against grep's.</summary>
    public static IEnumerable<Bar> AgainstGrep(int rounds)
    {
        using var folder = new CorpusFolder();
        var planted = LeakCorpus.Write(folder.Corpus);
        var index = new LeakIndex(LeakCorpus.Sought, new());
        var runs = Enumerable.Range(0, rounds).Select(_ => (Ours: Scan(index, folder.Corpus), Theirs: Grep(folder.Corpus))).ToArray();
        foreach (var bar in Quality(planted, Find(index, folder.Corpus)))
        {
            yield return bar;
        }

        var (megabytes, ours, grep) = (new FileInfo(folder.Corpus).Length / Megabyte, Bar.Median(runs.Select(r => r.Ours)), Bar.Median(runs.Select(r => r.Theirs)));
        yield return Bar.OfSeconds(
            string.Create(CultureInfo.InvariantCulture, $"leakage: {megabytes:0} MB, {LeakCorpus.Cases} cases: {megabytes / ours:0} MB/s of one core, {ours / grep:0.0} times grep -c -F; 100 MB/s or 3 times are allowed"),
            [ours],
            [Math.Max(3 * grep, megabytes / 100)],
            1);
        yield return Memory(folder);
    }

    /// <summary>All bytes that a scan asks for, over the whole corpus and over a tenth of it, for cases that are in neither: it keeps what the eval set needs.</summary>
    private static Bar Memory(CorpusFolder folder)
    {
        File.WriteAllLines(folder.Part, File.ReadLines(folder.Corpus).Take(LeakCorpus.Documents / 10));
        var index = new LeakIndex(LeakCorpus.Unplanted, new());
        return Bar.OfMemory("leakage: memory asked for, 1,000,000 documents against 100,000", [Allocated(index, folder.Corpus)], [Allocated(index, folder.Part)], 1.1);
    }

    private static double Allocated(LeakIndex index, string path)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        CorpusScan.Scan(new(index), index, path, "corpus.jsonl");
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)(1 << 20);
    }

    /// <summary>Near-duplicates among 100,000 cases against 25,000: four times the cases may take five times as long.</summary>
    public static IEnumerable<Bar> NearDuplicatesOfTwoSizes(int rounds)
    {
        var texts = LeakCorpus.NearlyTwice(100_000).Select(t => Shingles.Of(PlainWords.Of(t), 2)).ToArray();
        var runs = Enumerable.Range(0, rounds).Select(_ => (Large: Seconds(() => NearDuplicates.Find(texts, 0.6)), Small: Seconds(() => NearDuplicates.Find(texts[..25_000], 0.6)))).ToArray();
        yield return Bar.OfSeconds("near-duplicates: 100,000 cases, against 25,000", runs.Select(r => r.Large), runs.Select(r => r.Small), 5);
    }

    private static IEnumerable<Bar> Quality(Dictionary<int, (int Case, int Kind)> planted, IReadOnlyList<Leak> leaks)
    {
        var found = leaks.Select(l => (l.Line, l.Text.CaseId)).ToHashSet();
        for (var kind = 0; kind < LeakCorpus.Kinds.Length; kind++)
        {
            var copies = planted.Where(p => p.Value.Kind == kind).ToArray();
            var recall = copies.Count(c => found.Contains((c.Key, LeakCorpus.Sought[c.Value.Case].CaseId))) / (double)copies.Length;
            yield return Share($"leakage: {LeakCorpus.Kinds[kind]} copies missed, of {copies.Length}", 1 - recall, Certain.Contains(LeakCorpus.Kinds[kind]) ? 1 - Bar99 : 1);
        }

        var wrong = found.Count(f => !planted.TryGetValue(f.Line, out var p) || LeakCorpus.Sought[p.Case].CaseId != f.CaseId);
        yield return Share($"leakage: findings that are none, of {found.Count}", wrong / (double)found.Count, 1 - Bar99);
    }

    private static Bar Share(string what, double share, double atMost) =>
        new(what, string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.00} %"), "100 %", share, atMost);

    // A case that leaked more often than a scan keeps places for would hide copies: each block of lines is asked about on its own.
    private static List<Leak> Find(LeakIndex index, string path)
    {
        var (scanner, leaks, number) = (new LeakScanner(index), new List<Leak>(), 0);
        foreach (var line in File.ReadLines(path))
        {
            scanner.Begin(isJson: true, isLinewise: true);
            scanner.Feed(System.Text.Encoding.UTF8.GetBytes(line), isLast: true);
            number++;
            leaks.AddRange(scanner.Finish().Select(m => Leak.Of(index, m with { Line = number }, path, line)));
        }

        return leaks;
    }

    private static double Scan(LeakIndex index, string path) => Seconds(() => CorpusScan.Scan(new(index), index, path, "corpus.jsonl"));

    private static double Grep(string path)
    {
        var watch = Stopwatch.StartNew();
        using var grep = Process.Start(new ProcessStartInfo("grep", ["-c", "-F", "a fixed string that is not there", path]) { RedirectStandardOutput = true })!;
        grep.StandardOutput.ReadToEnd();
        grep.WaitForExit();
        return watch.Elapsed.TotalSeconds;
    }

    /// <summary>Processor time: what other programs do meanwhile does not count.</summary>
    private static double Seconds<T>(Func<T> work)
    {
        using var own = Process.GetCurrentProcess();
        var before = own.TotalProcessorTime;
        work();
        own.Refresh();
        return (own.TotalProcessorTime - before).TotalSeconds;
    }

    private sealed class CorpusFolder : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("evalgate-leakage-");

        public string Corpus => Path.Combine(_folder.FullName, "corpus.jsonl");

        public string Part => Path.Combine(_folder.FullName, "part.jsonl");

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
