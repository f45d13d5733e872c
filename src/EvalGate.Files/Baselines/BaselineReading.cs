using EvalGate.Model;

namespace EvalGate.Files;

/// <summary>What a baseline file says: <see cref="BaselineFound"/>, <see cref="BaselineMissing"/> or <see cref="BaselineUnusable"/>.</summary>
public abstract record BaselineReading
{
    private protected BaselineReading()
    {
    }
}

/// <summary>The baseline, whole and as it was accepted.</summary>
/// <param name="Baseline">The baseline.</param>
public sealed record BaselineFound(Baseline Baseline) : BaselineReading;

/// <summary>There is no such file: nothing was accepted yet.</summary>
public sealed record BaselineMissing : BaselineReading;

/// <summary>There is a file that must not be judged against.</summary>
/// <param name="Diagnostic">Why, and what mends it.</param>
public sealed record BaselineUnusable(Diagnostic Diagnostic) : BaselineReading;
