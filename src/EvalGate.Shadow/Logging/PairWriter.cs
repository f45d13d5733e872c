using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace EvalGate.Shadow;

/// <summary>Writes finished pairs as lines of the log; what each member means is said in the README.</summary>
internal sealed class PairWriter<TIn, TOut>(ShadowSides<TIn, TOut> sides, ShadowOptions options, ShadowLog log)
{
    private readonly LoggedJson _json = new(options);
    private long _written;

    /// <summary>Hands the pair to the log. The pair is counted here or there.</summary>
    public void Write(FinishedPair<TIn, TOut> pair, ShadowCounts counts)
    {
        try
        {
            log.Append(Line(pair), counts);
        }
        catch (TooLargeException)
        {
            counts.Add(ShadowOutcome.TooLarge);
        }
#pragma warning disable CA1031 // Members of the user's types and functions of the options run while the pair is written.
        catch (Exception)
#pragma warning restore CA1031
        {
            counts.Add(ShadowOutcome.Unwritable);
        }
    }

    private byte[] Line(FinishedPair<TIn, TOut> pair)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        WriteRequest(json, pair);
        json.WritePropertyName("incumbent");
        WriteAnswer(json, pair.Incumbent.Took, Answer(pair.Incumbent.Output!()));
        json.WritePropertyName("shadow");
        WriteAnswer(json, pair.Shadow.Took, pair.Shadow.Error is { } error ? new(error) : ShadowAnswer(pair.Shadow.Output!));
        json.WriteEndObject();
        json.Flush();
        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    private void WriteRequest(Utf8JsonWriter json, FinishedPair<TIn, TOut> pair)
    {
        var request = pair.Pair.Request;
        json.WriteString("id", request.Id ?? Sampling.Pseudonym(string.Create(CultureInfo.InvariantCulture, $"{request.Key}\n{pair.Pair.At.UtcTicks}\n{Environment.ProcessId}\n{Interlocked.Increment(ref _written)}")));
        json.WriteString("arm", pair.Arm);
        json.WriteString("at", pair.Pair.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        if (pair.Pair.Trace != default)
        {
            json.WriteString("trace", pair.Pair.Trace.TraceId.ToHexString());
        }

        json.WriteString("key", Sampling.Pseudonym(request.Key));
        json.WriteNumber("rate", pair.Rate);
        json.WriteStartObject("slices");
        foreach (var (attribute, value) in request.Slices)
        {
            json.WriteString(attribute, value);
        }

        json.WriteEndObject();
        var input = _json.Of(sides.Input is { } logged ? logged(pair.Pair.Input) : pair.Pair.Input).Span;
        if (options.Inputs == ShadowInputs.Value)
        {
            json.WritePropertyName("input");
            json.WriteRawValue(input);
        }
        else
        {
            json.WriteString("input_sha256", Convert.ToHexStringLower(SHA256.HashData(input)));
        }
    }

    private LoggedAnswer Answer(TOut output) => new(_json.Of(sides.Output is { } logged ? logged(output) : output), sides.Usage?.Invoke(output));

    /// <summary>What cannot be logged of a shadow is its failure, and worth knowing.</summary>
    private LoggedAnswer ShadowAnswer(TOut output)
    {
        try
        {
            return Answer(output);
        }
        catch (TooLargeException)
        {
            return new(new ShadowError(ShadowError.TooLarge));
        }
#pragma warning disable CA1031 // Members of the user's types run while the output is written.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return new(new ShadowError(ShadowError.Unwritable, e.GetType().FullName));
        }
    }

    private static void WriteAnswer(Utf8JsonWriter json, TimeSpan took, LoggedAnswer answer)
    {
        json.WriteStartObject();
        json.WriteNumber("ms", Math.Round(took.TotalMilliseconds, 3));
        if (answer.Error is { } error)
        {
            json.WriteStartObject("error");
            json.WriteString("kind", error.Kind);
            if (error.Type is { } type)
            {
                json.WriteString("type", type);
            }

            json.WriteEndObject();
        }
        else
        {
            json.WritePropertyName("output");
            json.WriteRawValue(answer.Output.Span);
            WriteUsage(json, answer.Usage ?? new());
        }

        json.WriteEndObject();
    }

    private static void WriteUsage(Utf8JsonWriter json, ShadowUsage usage)
    {
        if (usage.Model is { } model)
        {
            json.WriteString("model", model);
        }

        WriteKnown(json, "input_tokens", usage.InputTokens);
        WriteKnown(json, "output_tokens", usage.OutputTokens);
        WriteKnown(json, "cost_usd", usage.CostUsd);
    }

    private static void WriteKnown(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } known)
        {
            json.WriteNumber(name, known);
        }
    }

    /// <summary>An answer as the log holds it.</summary>
    private sealed record LoggedAnswer(ReadOnlyMemory<byte> Output, ShadowUsage? Usage)
    {
        public LoggedAnswer(ShadowError error)
            : this(ReadOnlyMemory<byte>.Empty, null) => Error = error;

        public ShadowError? Error { get; }
    }
}
