using System.Text;
using CsCheck;

namespace EvalGate.Files.Tests;

/// <summary>Bytes of sound files overwritten at random: readers answer, they do not crash.</summary>
public static class DamagedBytes
{
    private static readonly byte[] Signs = "\"\\{}[]:,0\n\r \u0000"u8.ToArray();

    private static readonly Gen<(int At, byte With)[]> Damage =
        Gen.Select(Gen.Int[0, 10_000], Gen.OneOf(Gen.Byte, Gen.Int[0, Signs.Length - 1].Select(i => Signs[i]))).Array[1, 4];

    [Fact]
    public static void OfCasesGiveCasesOrDiagnostics()
    {
        var sound = Encoding.UTF8.GetBytes("""{"id":"ä","input":{"x":["\ud83d\ude00",1.5e3,true]},"slices":{"a":["b",1]},"added":"2026-01-02","status":"retired","retired":{"reason":"r"}}""");

        Damage.Sample(damage =>
        {
            var reading = Lines.ReadBytes(With(sound, damage));
            return reading.Cases.Count + reading.Diagnostics.Count > 0;
        });
    }

    [Fact]
    public static void OfARunGiveTheRunOrItsException()
    {
        using var folder = new TempFolder();
        var sound = File.ReadAllBytes(ARun.Write(folder["sound"], ARun.Header, ARun.Record("a"), ARun.Record("b")));

        Damage.Sample(damage => ReadsOrRefuses(folder["damaged"], With(sound, damage)), threads: 1);
    }

    [Fact]
    public static void OfTheBodyOfABaselineMakeItUnusable()
    {
        using var folder = new TempFolder();
        BaselineFile.Write(folder["sound"], WrittenBaseline.Sample);
        var sound = File.ReadAllBytes(folder["sound"]);
        var header = sound.AsSpan().IndexOf((byte)'\n') + 1;

        Damage.Sample(
            damage =>
            {
                var damaged = With(sound[header..], damage);
                File.WriteAllBytes(folder["damaged"], [.. sound[..header], .. damaged]);
                Assert.Equal(damaged.AsSpan().SequenceEqual(sound.AsSpan(header)), BaselineFile.Read(folder["damaged"]) is BaselineFound);
            },
            threads: 1);
    }

    private static bool ReadsOrRefuses(string path, byte[] bytes)
    {
        File.WriteAllBytes(path, bytes);
        try
        {
            return RunReader.Read(path).Records.Count <= 2;
        }
        catch (RunFileException e)
        {
            return e.Diagnostic.Place.Line > 0;
        }
    }

    private static byte[] With(byte[] sound, (int At, byte With)[] damage)
    {
        byte[] bytes = [.. sound];
        foreach (var (at, with) in damage)
        {
            bytes[at % bytes.Length] = with;
        }

        return bytes;
    }
}
