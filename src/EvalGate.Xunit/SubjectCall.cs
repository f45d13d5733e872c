using System.Globalization;
using System.Text.Json;
using EvalGate.Model;

namespace EvalGate.Xunit;

/// <summary>Calls the subject with one case, measures the call alone, and gives up on one that ignores its timeout.</summary>
internal sealed class SubjectCall<TInput, TOutput>(SubjectServices services, Type subjectType, TimeSpan limit, TimeProvider time)
{
    /// <summary>Asks the subject.</summary>
    /// <exception cref="OperationCanceledException">The session was stopped.</exception>
    public async Task<SubjectAnswer> AskAsync(Case @case, EvalContext context, CancellationToken stop)
    {
        TInput input;
        try
        {
            input = @case.Input.Deserialize<TInput>(services.Json)!;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return Failed(TimeSpan.Zero, ErrorKind.Case, $"the input does not read as {typeof(TInput).Name}: {ErrorClassifier.OneLine(e)}");
        }

#pragma warning disable CA2000 // The call disposes of it: one that is abandoned outlives this method.
        var clock = new CallClock(limit, time, stop);
#pragma warning restore CA2000
        var asking = Task.Run(() => CallAsync(input, context, clock), CancellationToken.None);
        try
        {
            var output = await asking.WaitAsync(clock.Abandoned);
            return clock.IsLate ? Late(clock, "") : Answer(output, clock.Elapsed);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException) when (!asking.IsCompleted)
        {
            // Its thread may never come back.
            ThreadReserve.Add(1);
            return Late(clock, "; the subject ignored cancellation and was abandoned");
        }
#pragma warning disable CA1031 // Whatever a subject throws is the subject's error, and the run goes on.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return clock.IsLate ? Late(clock, "") : new(clock.Elapsed) { Error = new(ErrorClassifier.KindOf(e), ErrorClassifier.OneLine(e), Cause: ErrorClassifier.CauseOf(e)) };
        }
    }

    /// <summary>Owns the clock: an abandoned call outlives the one who asked.</summary>
    private async Task<TOutput> CallAsync(TInput input, EvalContext context, CallClock clock)
    {
        using var owned = clock;
        EvalContext.Current = context;
        await using var scope = services.Scope();
        var subject = (IEvalSubject<TInput, TOutput>)SubjectServices.Make(scope, subjectType);
        clock.Start();
        try
        {
            return await subject.RunAsync(input, context, clock.Over);
        }
        finally
        {
            clock.Stop();
        }
    }

    private SubjectAnswer Answer(TOutput output, TimeSpan duration)
    {
        try
        {
            return new(duration) { Value = output, Json = JsonSerializer.SerializeToElement(output, services.Json) };
        }
#pragma warning disable CA1031 // The output's own members run while it is written: whatever they throw is the subject's error.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Failed(duration, ErrorKind.Subject, $"the output cannot be written as JSON: {ErrorClassifier.OneLine(e)}");
        }
    }

    private static SubjectAnswer Late(CallClock clock, string more) =>
        Failed(clock.Elapsed > clock.Limit ? clock.Elapsed : clock.Limit, ErrorKind.Timeout, string.Create(CultureInfo.InvariantCulture, $"no answer within {clock.Limit.TotalSeconds:0.###} s{more}"));

    private static SubjectAnswer Failed(TimeSpan duration, ErrorKind kind, string message) => new(duration) { Error = new(kind, message) };
}
