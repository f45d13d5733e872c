using System.Text;
using EvalGate.Model;

namespace EvalGate.Commands.Tests.Hostile;

/// <summary>Ways to damage a sound file at a path.</summary>
internal static class Damage
{
    public static Action<string> With(string text) => path => File.WriteAllText(path, text);

    public static Action<string> Bytes(params byte[] bytes) => path => File.WriteAllBytes(path, bytes);

    public static Action<string> Edit(string from, string to) => path =>
    {
        var text = File.ReadAllText(path);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
    };

    public static Action<string> Append(string text) => path => File.AppendAllText(path, text);

    /// <summary>Changes one line, counted from 1; from the end where negative.</summary>
    public static Action<string> Line(int number, Func<string, string> change) => path =>
    {
        var lines = File.ReadAllLines(path);
        var at = number > 0 ? number - 1 : lines.Length + number;
        lines[at] = change(lines[at]);
        File.WriteAllText(path, string.Concat(lines.Select(l => l + "\n")));
    };

    public static Action<string> Line(int number, string text) => Line(number, _ => text);

    public static Action<string> Without(int number) => path => File.WriteAllText(path, string.Concat(File.ReadAllLines(path).Where((_, i) => i != number - 1).Select(l => l + "\n")));

    /// <summary>Keeps the start, as an interrupted copy does.</summary>
    public static Action<string> Cut(double share) => path =>
    {
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..(int)(bytes.Length * share)]);
    };

    public static Action<string> In(Encoding encoding, bool mark = true) => path =>
    {
        var text = File.ReadAllText(path);
        File.WriteAllBytes(path, [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)]);
    };

    /// <summary>Flips one bit of the first byte of a text in the file.</summary>
    public static Action<string> Flip(string text, int bit) => path =>
    {
        var bytes = File.ReadAllBytes(path);
        var at = bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text));
        bytes[at] ^= (byte)(1 << bit);
        File.WriteAllBytes(path, bytes);
    };

    /// <summary>Writes 100 MB without a line end, in pieces, and then a text.</summary>
    public static Action<string> LongLine(string then) => path =>
    {
        using var file = File.Create(path);
        var piece = new byte[1 << 20];
        Array.Fill(piece, (byte)'[');
        for (var i = 0; i < 100; i++)
        {
            file.Write(piece);
        }

        file.Write(Encoding.UTF8.GetBytes(then));
    };

    public static Action<string> Folder() => path =>
    {
        File.Delete(path);
        Directory.CreateDirectory(path);
    };

    public static Action<string> Link(string target) => path =>
    {
        File.Delete(path);
        File.CreateSymbolicLink(path, target);
    };

    public static Action<string> Both(Action<string> first, Action<string> second) => first + second;

    /// <summary>Damages the body of a baseline and signs it again, as someone does who knows how.</summary>
    public static Action<string> Signed(Action<string> damage) => path =>
    {
        var before = ContentHash.Of(string.Join('\n', File.ReadAllLines(path).Skip(1)));
        damage(path);
        var lines = File.ReadAllLines(path);
        lines[0] = lines[0].Replace(before, ContentHash.Of(string.Join('\n', lines.Skip(1))), StringComparison.Ordinal);
        File.WriteAllText(path, string.Concat(lines.Select(l => l + "\n")));
    };

    public static string Times(this string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
