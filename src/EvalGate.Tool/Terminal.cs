using EvalGate.Commands;
using EvalGate.Model;
using EvalGate.Snapshots;
using EvalGate.Tool.Printing;

namespace EvalGate.Tool;

/// <summary>What a command sees of the process it runs in: where it reads, writes and stands.</summary>
internal sealed record Terminal
{
    private const int Usual = 80;
    private const int Widest = 120;

    /// <summary>Results.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Problems.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Answers to questions.</summary>
    public required TextReader In { get; init; }

    /// <summary>The folder that paths are relative to.</summary>
    public required string Folder { get; init; }

    /// <summary>Columns.</summary>
    public int Width { get; init; } = Usual;

    /// <summary>Whether results are shown in colour.</summary>
    public bool HasColour { get; init; }

    /// <summary>Whether somebody is there to answer.</summary>
    public bool IsInteractive { get; init; }

    /// <summary>The next key that is pressed; null when nobody presses any more.</summary>
    public Func<char?> ReadKey { get; init; } = () => null;

    /// <summary>Shows two texts in the user's diff tool: what was approved, what came out, and their file name. Returns why not, or null.</summary>
    public Func<SnapshotText, SnapshotText, string, string?> OpenDiff { get; init; } = (_, _, _) => "there is no diff tool here";

    /// <summary>Runs the evals of a project folder once more, so that what comes out is gathered and nothing fails.</summary>
    public Action<string> RunTests { get; init; } = _ => { };

    /// <summary>Runs the evals of a project folder as an A/B session against a variant of the subject, so that what comes out is gathered and nothing fails.</summary>
    public Action<string, string> RunVariants { get; init; } = (_, _) => { };

    /// <summary>Builds the project in a folder that holds an earlier commit. Returns its errors, or null when it succeeded.</summary>
    public Func<string, CancellationToken, string?> BuildEarlier { get; init; } = (_, _) => null;

    /// <summary>Runs one turn of an A/B session between two commits, so that what comes out is gathered and nothing fails.</summary>
    public Action<AbBlock, CancellationToken> RunBlock { get; init; } = (_, _) => { };

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Who uses the tool.</summary>
    public string User { get; init; } = "";

    /// <summary>The environment: value by name.</summary>
    public Func<string, string?> Variables { get; init; } = _ => null;

    /// <summary>Opens a file with the program that its user has for it; false when there is none.</summary>
    public Func<string, bool> Open { get; init; } = _ => false;

    /// <summary>The terminal of this process.</summary>
    public static Terminal OfProcess()
    {
        if (OperatingSystem.IsWindows())
        {
            // Reports have minus signs and arrows that old code pages lack.
            Console.OutputEncoding = System.Text.Encoding.UTF8;
        }

        var isScreen = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";
        var width = isScreen ? Math.Clamp(Console.WindowWidth, Usual, Widest) : Usual;
        var gathering = new Review.GatheringRun(new(isScreen && !Console.IsErrorRedirected ? Console.Error : null, width));
        return new()
        {
            Out = Console.Out,
            Error = Console.Error,
            In = Console.In,
            ReadKey = () => Console.ReadKey(intercept: true).KeyChar,
            OpenDiff = Review.DiffTool.Open,
            RunTests = folder => gathering.Make(folder),
            RunVariants = gathering.Make,
            BuildEarlier = Review.EarlierBuild.Make,
            RunBlock = gathering.Make,
            Folder = Environment.CurrentDirectory,
            Width = width,
            HasColour = isScreen && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
            IsInteractive = isScreen && !Console.IsInputRedirected,
            User = Environment.UserName,
            Variables = Environment.GetEnvironmentVariable,
            Open = FileOpener.Open,
        };
    }

    /// <summary>The value of an environment variable; null when it is empty or not set.</summary>
    public string? Variable(string name) => Variables(name) is { Length: > 0 } value ? value : null;

    /// <summary>Shows a result.</summary>
    public void Show(string text)
    {
        if (HasColour)
        {
            ColouredText.Write(Out, text, Width);
        }
        else
        {
            Out.Write(text);
        }
    }

    /// <summary>Opens a file, and says so where that is not possible.</summary>
    public void OpenFile(string path)
    {
        if (!Open(path))
        {
            Error.WriteLine($"  No program opens it from here: open it in a browser.");
        }
    }

    /// <summary>Shows what is wrong, one line each, in the form that compilers and editors read.</summary>
    /// <returns>Whether anything is.</returns>
    public bool ShowAny(IEnumerable<Diagnostic> problems) => WriteAny(problems.Select(p => p.ToString()));

    /// <summary>Shows what is wrong and has no place.</summary>
    /// <returns>Whether anything is.</returns>
    public bool ShowAny(IEnumerable<string> problems) => WriteAny(problems.Select(p => $"error: {p}"));

    private bool WriteAny(IEnumerable<string> lines)
    {
        var any = false;
        foreach (var line in lines)
        {
            Error.WriteLine(line);
            any = true;
        }

        return any;
    }
}
