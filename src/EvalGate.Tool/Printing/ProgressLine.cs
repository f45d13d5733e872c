using System.Globalization;
using EvalGate.Files;
using EvalGate.Gating;
using EvalGate.Reports;

namespace EvalGate.Tool.Printing;

/// <summary>One line of a screen that says how far a run is, until the run has ended.</summary>
/// <param name="screen">Where it is drawn; null where nobody looks, and nothing is.</param>
/// <param name="width">Columns.</param>
internal sealed class ProgressLine(TextWriter? screen, int width)
{
    private const string StartOver = "\r\u001b[K";

    private string _shown = "";

    /// <summary>Draws how far it is.</summary>
    public void Show(RunProgress progress, TimeSpan elapsed)
    {
        var text = Text(progress, elapsed);
        text = text.Length < width ? text : text[..(width - 1)];
        if (text != _shown)
        {
            screen?.Write(StartOver + text);
            screen?.Flush();
            _shown = text;
        }
    }

    /// <summary>Leaves an empty line behind.</summary>
    public void Clear()
    {
        if (_shown.Length > 0)
        {
            screen?.Write(StartOver);
            screen?.Flush();
            _shown = "";
        }
    }

    /// <summary><c>120 of 379 cases, 2 errors, 31204 tokens, $0.42, 1:20 left</c></summary>
    public static string Text(RunProgress progress, TimeSpan elapsed)
    {
        if (progress.Expected == 0)
        {
            return $"starting, {Clock(elapsed)}";
        }

        string?[] parts =
        [
            $"{Figures.Fixed(progress.Done, 0)} of {Figures.Count(progress.Expected, "case")}",
            progress.Errors > 0 ? Figures.Count(progress.Errors, "error") : null,
            progress.Tokens is { } tokens ? Figures.Count(tokens, "token") : null,
            progress.CostUsd is { } cost ? string.Create(CultureInfo.InvariantCulture, $"${cost:0.00##}") : null,
            progress.Left(elapsed) is { } left ? $"{Clock(left)} left" : null,
        ];
        return string.Join(", ", parts.OfType<string>());
    }

    private static string Clock(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalMinutes}:{time.Seconds:00}");
}
