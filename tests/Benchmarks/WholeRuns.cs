namespace EvalGate.Benchmarks;

/// <summary><c>dotnet test</c> of a suite, from start to exit, against what it would be without EvalGate.</summary>
internal static class WholeRuns
{
    private const int Cases = 10_000;
    private const int WaitingCases = 200;
    private const int DelayMilliseconds = 100;
    private const double IdealSeconds = 1.25; // 200 cases of 100 ms, 16 at once

    /// <summary>10,000 cases with an echo and two metrics, judged, against 10,000 rows of a bare theory.</summary>
    public static IEnumerable<Bar> AgainstABareTheory(int rounds)
    {
        var (echo, bare) = (new Sample("Echo"), new Sample("Bare"));
        echo.WriteCases(Cases);
        echo.Prepare();
        bare.Prepare();
        var runs = Enumerable.Range(0, rounds).Select(_ => (Echo: echo.Test(), Bare: bare.Test())).ToArray();
        yield return Bar.OfSeconds("10,000 cases, dotnet test: wall, against a bare theory", runs.Select(r => r.Echo.Seconds), runs.Select(r => r.Bare.Seconds), 2);
        yield return Bar.OfMemory("10,000 cases, dotnet test: memory, against a bare theory", runs.Select(r => r.Echo.Megabytes), runs.Select(r => r.Bare.Megabytes), 1.5);
    }

    /// <summary>200 cases that wait 100 ms each, 16 at once: what the waiting adds, against what it must.</summary>
    public static IEnumerable<Bar> AgainstPerfectOverlap(int rounds)
    {
        var waiting = new Sample("Waiting");
        waiting.WriteCases(WaitingCases);
        waiting.Prepare();
        var added = Enumerable.Range(0, rounds).Select(_ => waiting.Test(DelayMilliseconds).Seconds - waiting.Test(0).Seconds).ToArray();
        yield return Bar.OfSeconds("200 cases of 100 ms, 16 at once: seconds beyond start-up, against 1.25", added, [IdealSeconds], 1.5);
    }
}
