using System.Globalization;

namespace EvalGate.Tool.Tests;

/// <summary>A folder of its own in which the tool is run, under a culture that writes 1,5 for one and a half; gone afterwards.</summary>
internal sealed class Workplace : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("evalgate-tool-");

    public string Folder => _folder.FullName;

    public string this[string relative] => Path.Combine(Folder, relative);

    public void Write(string relative, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[relative])!);
        File.WriteAllText(this[relative], text);
    }

    public string Read(string relative) => File.ReadAllText(this[relative]);

    /// <summary>Runs the tool in the folder.</summary>
    /// <param name="arguments">Separated by spaces; without quotes.</param>
    /// <param name="change">Changes the terminal.</param>
    public Outcome Run(string arguments, Func<Terminal, Terminal>? change = null) => Run(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries), change);

    /// <summary>Runs the tool in the folder.</summary>
    public Outcome Run(string[] arguments, Func<Terminal, Terminal>? change = null)
    {
        var before = CultureInfo.CurrentCulture;
        using StringWriter output = new(), error = new();
        var terminal = new Terminal { Out = output, Error = error, In = TextReader.Null, Folder = Folder, User = "somebody" };
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            var code = EvalGateTool.Run(arguments, change?.Invoke(terminal) ?? terminal);
            return new(code, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);
}

/// <summary>How the tool ended and what it said.</summary>
internal sealed record Outcome(int ExitCode, string Out, string Error)
{
    public Outcome Exits(int code)
    {
        Assert.True(ExitCode == code, $"expected exit code {code}, got {ExitCode}:\n{Out}{Error}");
        return this;
    }

    public Outcome Says(params string[] texts)
    {
        Assert.All(texts, t => Assert.Contains(t, Out, StringComparison.Ordinal));
        return this;
    }

    public Outcome Complains(params string[] lines)
    {
        Assert.Equal(lines, Error.TrimEnd('\n').Split('\n'));
        return this;
    }
}
