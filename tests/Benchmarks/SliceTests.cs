using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using EvalGate.Statistics;

namespace EvalGate.Benchmarks;

/// <summary>What the tests and intervals of one slice of a million cases cost, once its sums are there; timed by BenchmarkDotNet.</summary>
public class SliceTests
{
    private const int Cases = 1_000_000;
    private const int Gains = 20_000;
    private const int Losses = 20_500;
    private const double LimitMicroseconds = 20;

    private readonly Moments _moments = new(Cases, -0.001, 0.02, -1.5);

    /// <summary>One bar per benchmark: its median against 20 µs.</summary>
    internal static IEnumerable<Bar> Bars()
    {
        var artifacts = Directory.CreateTempSubdirectory("evalgate-benchmark-");
        try
        {
            var config = ManualConfig.CreateEmpty().AddLogger(NullLogger.Instance).AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)).WithArtifactsPath(artifacts.FullName);
            return
            [
                .. BenchmarkRunner.Run<SliceTests>(config).Reports.Select(report => Bar.OfMicroseconds(
                    $"{report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\'')} on a slice of 1,000,000 cases, against {LimitMicroseconds} µs",
                    report.ResultStatistics!.OriginalValues.Select(nanoseconds => nanoseconds / 1000),
                    [LimitMicroseconds],
                    1)),
            ];
        }
        finally
        {
            artifacts.Delete(recursive: true);
        }
    }

    /// <summary>McNemar's test.</summary>
    [Benchmark(Description = "McNemar")]
    public double McNemarsTest() => McNemar.PValueWorse(Gains, Losses);

    /// <summary>Tango's test.</summary>
    [Benchmark(Description = "Tango")]
    public double TangosTest() => TangoScore.NonInferiorityPValue(Gains, Losses, Cases, 0.02);

    /// <summary>Tango's interval.</summary>
    [Benchmark(Description = "Tango's interval")]
    public ConfidenceInterval TangosInterval() => TangoScore.Interval(Gains, Losses, Cases, 0.9);

    /// <summary>Hall's test.</summary>
    [Benchmark(Description = "Hall")]
    public double HallsTest() => HallT.PValueBelow(_moments, 0);

    /// <summary>Hall's interval.</summary>
    [Benchmark(Description = "Hall's interval")]
    public ConfidenceInterval HallsInterval() => HallT.Interval(_moments, 0.9);
}
