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
    /// <summary>As many as the largest <c>concurrency</c> of a suite, so that the window never narrows what the suite asks for.</summary>
    private static readonly SemaphoreSlim Window = new(1000);

    /// <summary>Called by xUnit before it reads a serialized case.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("Called by xUnit to read a serialized case.")]
    public EvalTestCase()
    {
    }

    /// <summary>Makes the case of a row; the row's sets of trait values are kept, not copied, as cases in the same slices share them.</summary>
    /// <param name="plain">The case as xUnit would have it.</param>
    /// <param name="row">Its row.</param>
    internal EvalTestCase(XunitTestCase plain, ITheoryDataRow row)
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
            // These are the row's values and the method's: as many as the row's are the row's.
            Traits[name] = row.Traits?.GetValueOrDefault(name) is { } shared && shared.Count == values.Count ? shared : values;
        }
    }

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
