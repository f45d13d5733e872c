using System.Globalization;
using System.Text.Json.Serialization;

namespace EvalGate.Benchmarks.Samples;

/// <summary>Says what it hears, at once or after <c>ECHO_DELAY_MS</c> milliseconds.</summary>
public sealed class EchoSubject : IEvalSubject<Said, Said>
{
    private static readonly int Delay = int.Parse(Environment.GetEnvironmentVariable("ECHO_DELAY_MS") ?? "0", CultureInfo.InvariantCulture);

    public async Task<Said> RunAsync(Said input, EvalContext context, CancellationToken cancellationToken)
    {
        if (Delay > 0)
        {
            await Task.Delay(Delay, cancellationToken);
        }

        return input;
    }
}

public sealed record Said([property: JsonPropertyName("text")] string Text);
