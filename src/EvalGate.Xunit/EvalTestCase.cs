using System.ComponentModel;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace EvalGate.Xunit;

/// <summary>
/// One case of a suite as xUnit sees it. When all tests run in parallel xUnit starts every case at once, and each waits for its turn with its
/// whole machinery in memory; these wait before it is made.
/// </summary>
public sealed class EvalTestCase : XunitTestCase, ISelfExecutingXunitTestCase
{
    /// <summary>Enough for the threads of a machine; each suite adds what it asks for when its first case runs.</summary>
    private static readonly SemaphoreSlim Window = new(64);

    /// <summary>Called by xUnit before it reads a serialized case.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("Called by xUnit to read a serialized case.")]
    public EvalTestCase()
    {
    }

    /// <summary>Makes the case of a row.</summary>
    /// <param name="plain">The case as xUnit would have it.</param>
    /// <param name="row">Its row.</param>
    /// <param name="sets">The sets of trait values of all cases: those with the same values share one.</param>
    internal EvalTestCase(XunitTestCase plain, ITheoryDataRow row, HashSet<HashSet<string>> sets)
        : base(
            plain.TestMethod,
            plain.TestCaseDisplayName,
            plain.UniqueID,
            plain.Explicit,
            row.Label,
            disableParallelization: false,
            skipReason: plain.SkipReason,
            testMethodArguments: [.. row.GetData()],
            sourceFilePath: plain.SourceFilePath,
            sourceLineNumber: plain.SourceLineNumber)
    {
        foreach (var (name, values) in plain.Traits)
        {
            Traits[name] = sets.TryGetValue(values, out var shared) ? shared : values;
            sets.Add(Traits[name]);
        }
    }

    /// <summary>Lets more cases in, so that the window never narrows the <c>concurrency</c> of a suite.</summary>
    internal static void Widen(int concurrency) => Window.Release(concurrency);

    /// <inheritdoc/>
    async ValueTask<RunSummary> ISelfExecutingXunitTestCase.Run(
        ExplicitOption explicitOption,
        IMessageBus messageBus,
        object?[] constructorArguments,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellationTokenSource,
        ParallelMode parallelMode,
        ExecutionScheduler scheduler,
        FixtureMappingManager methodFixtureMappings)
    {
        await Window.WaitAsync();
        try
        {
            return await XunitRunnerHelper.RunXunitTestCase(
                this, messageBus, cancellationTokenSource, parallelMode, scheduler, aggregator, explicitOption, constructorArguments, methodFixtureMappings);
        }
        finally
        {
            Window.Release();
        }
    }
}
