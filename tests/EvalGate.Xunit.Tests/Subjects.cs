using System.Collections.Concurrent;

namespace EvalGate.Xunit.Tests;

/// <summary>What every subject here is asked.</summary>
public sealed record Question(string Text, string Truth);

/// <summary>What every subject here answers.</summary>
public class Reply(string label)
{
    public virtual string Label { get; } = label;
}

/// <summary>A subject that misbehaves in one way.</summary>
internal abstract class Subject : IEvalSubject<Question, Reply>
{
    public abstract Task<Reply> RunAsync(Question input, EvalContext context, CancellationToken cancellationToken);
}

internal sealed class Echo : Subject
{
    public override Task<Reply> RunAsync(Question input, EvalContext context, CancellationToken cancellationToken)
    {
        context.Component("model", "m-1");
        context.ReportUsage(new() { InputTokens = 7 });
        return Task.FromResult(new Reply(input.Truth));
    }
}

/// <summary>Answers in no time, with everything around it slow.</summary>
internal sealed class SlowToMakeAndToWrite : Subject
{
    private readonly ManualClock _clock;

    public SlowToMakeAndToWrite(ManualClock clock)
    {
        _clock = clock;
        _clock.Advance(TimeSpan.FromHours(1));
    }

    public override Task<Reply> RunAsync(Question input, EvalContext context, CancellationToken cancellationToken) => Task.FromResult<Reply>(new SlowReply(_clock));

    private sealed class SlowReply(ManualClock clock) : Reply("")
    {
        public override string Label
        {
            get
            {
                clock.Advance(TimeSpan.FromHours(1));
                return "even";
            }
        }
    }
}

internal sealed class Obedient(ManualClock clock) : Subject
{
    public override async Task<Reply> RunAsync(Question input, EvalContext context, CancellationToken cancellationToken)
    {
        clock.Advance(TimeSpan.FromMilliseconds(50));
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return new("never");
    }
}

internal sealed class Late(ManualClock clock) : Subject
{
    public override Task<Reply> RunAsync(Question input, EvalContext context, CancellationToken cancellationToken)
    {
        clock.Advance(TimeSpan.FromMilliseconds(150));
        return Task.FromResult(new Reply(input.Truth));
    }
}

internal sealed class LateAndAngry(ManualClock clock) : Subject
{
    public override Task<Reply> RunAsync(Question input, EvalContext context, CancellationToken cancellationToken)
    {
        clock.Advance(TimeSpan.FromMilliseconds(150));
        throw new InvalidOperationException("cancelled, in a client's own words");
    }
}

/// <summary>Blocks its thread and hears nothing.</summary>
internal sealed class Deaf : Subject
{
    public override Task<Reply> RunAsync(Question input, EvalContext context, CancellationToken cancellationToken)
    {
        Thread.Sleep(TimeSpan.FromMinutes(10));
        return Task.FromResult(new Reply("never"));
    }
}

/// <summary>Blocks its thread until all others are there.</summary>
internal sealed class Blocking(Barrier all) : Subject
{
    public override Task<Reply> RunAsync(Question input, EvalContext context, CancellationToken cancellationToken)
    {
        Assert.True(all.SignalAndWait(ACaseThatRuns.Patience, cancellationToken));
        return Task.FromResult(new Reply(input.Truth));
    }
}

internal sealed class Throwing : Subject
{
    public override Task<Reply> RunAsync(Question input, EvalContext context, CancellationToken cancellationToken) => throw new InvalidOperationException("no index loaded");
}

internal sealed class GivenUpByItsClient : Subject
{
    public override Task<Reply> RunAsync(Question input, EvalContext context, CancellationToken cancellationToken) =>
        throw new TaskCanceledException("the service took too long", new TimeoutException());
}

internal sealed class Unmakeable(IFormatProvider nobodyRegisteredThis) : Subject
{
    public override Task<Reply> RunAsync(Question input, EvalContext context, CancellationToken cancellationToken) =>
        Task.FromResult(new Reply(nobodyRegisteredThis.ToString()!));
}

internal sealed class Unwritable : Subject
{
    public override Task<Reply> RunAsync(Question input, EvalContext context, CancellationToken cancellationToken) => Task.FromResult<Reply>(new BrokenReply());

    private sealed class BrokenReply() : Reply("")
    {
        public override string Label => throw new InvalidOperationException("half an answer");
    }
}

internal sealed class Silent : Subject
{
    public override Task<Reply> RunAsync(Question input, EvalContext context, CancellationToken cancellationToken) => Task.FromResult<Reply>(null!);
}

/// <summary>Takes as long as its variant is told to, and remembers which was asked when.</summary>
internal sealed class Switching(VariantJournal journal) : Subject
{
    public override async Task<Reply> RunAsync(Question input, EvalContext context, CancellationToken cancellationToken)
    {
        var variant = context.Variant;
        journal.Add(context.CaseId, context.Repetition, variant);
        context.Component(variant, "1");
        context.ReportUsage(new() { InputTokens = variant == EvalContext.Candidate ? 1 : 100 });
        await Task.Yield();
        journal.Clock.Advance((variant == EvalContext.Candidate ? journal.Candidate : journal.Reference) + Noise(input, variant));
        return variant == "broken" ? throw new InvalidOperationException("no such prompt") : new(variant);
    }

    /// <summary>Some milliseconds, others for each case and variant.</summary>
    private static TimeSpan Noise(Question input, string variant) => TimeSpan.FromMilliseconds(input.Text[^1] % (variant == EvalContext.Candidate ? 7 : 5));
}

/// <summary>How long the variants take, and in which order they were asked.</summary>
internal sealed record VariantJournal(TimeSpan Reference, TimeSpan Candidate)
{
    private readonly ConcurrentQueue<(string CaseId, int Repetition, string Variant)> _calls = [];

    /// <summary>What passes only while a variant is asked.</summary>
    public ManualClock Clock { get; } = new();

    public IEnumerable<(string CaseId, int Repetition, string Variant)> Calls => _calls;

    public void Add(string caseId, int repetition, string variant) => _calls.Enqueue((caseId, repetition, variant));
}
