using EvalGate.Files;
using EvalGate.Model;
using EvalGate.Reports;

namespace EvalGate.Commands;

/// <summary>Writes a run as a page; tool and build bring the page with them, test hosts do not.</summary>
/// <param name="content">What it shows.</param>
/// <param name="output">Where it goes.</param>
public delegate void PageWriter(PageContent content, Stream output);

/// <summary>Judges runs and writes what people and other tools read about them.</summary>
public static class ReportCommand
{
    /// <summary>The command that opens the report of the newest run.</summary>
    /// <param name="suite">The suite's name.</param>
    public static string Opening(string suite) => $"evalgate report {suite} --open";

    /// <summary>Judges the newest run of each suite, or one that is named, and writes all reports beside each run.</summary>
    /// <param name="request">Which runs.</param>
    /// <param name="page">Where the page goes when it is not <c>report.html</c> beside the run; for one suite only.</param>
    /// <param name="language">The language of suites.</param>
    /// <param name="write">Writes the page.</param>
    /// <returns>One verdict per suite with its page, or why there is none.</returns>
    /// <exception cref="FilesException">A file cannot be read or written.</exception>
    /// <exception cref="RunFileException">The run that was named cannot be read.</exception>
    public static ReportResult Execute(GateRunsRequest request, string? page, ISuiteLanguage language, PageWriter write)
    {
        var gated = GateRunsCommand.Execute(request, language);
        if (page is not null && gated.Suites.Count > 1)
        {
            return new([new(DiagnosticCodes.WrongValue, Severity.Error, $"one file cannot hold {gated.Suites.Count} reports: name a suite, or leave it out.", new("--output", 0, 0))], []);
        }

        return new(gated.Problems, [.. gated.Suites.Select(s => new ReportedSuite(s, s.Judged is { } judged ? Write(judged, page, write) : null))]);
    }

    /// <summary>Writes all reports of one run but those that its verdict wrote already.</summary>
    /// <param name="judged">The run.</param>
    /// <param name="page">Where the page goes; null for <c>report.html</c> beside the run.</param>
    /// <param name="write">Writes the page.</param>
    /// <returns>Path of the page.</returns>
    /// <exception cref="FilesException">A file cannot be written.</exception>
    public static string Write(JudgedRun judged, string? page, PageWriter write)
    {
        var files = new ReportFiles(Path.GetDirectoryName(judged.Run.File)!);
        var content = judged.Page();
        TextFile.WriteAtomically(files.Sarif, SarifReport.Write(judged.Verdict, GitHead.PathInRepository(judged.Loaded.Root.Folder)));
        TextFile.WriteAtomically(files.JUnit, JUnitReport.Write(judged.Verdict));
        TextFile.WriteAtomically(files.Csv, CsvReport.Write(judged.Verdict));
        TextFile.WriteAtomically(page ?? files.Page, stream => write(content, stream));
        return page ?? files.Page;
    }
}

/// <summary>What came of reporting.</summary>
/// <param name="Problems">What stood against it; with any, nothing was written.</param>
/// <param name="Suites">One per suite, by file.</param>
public sealed record ReportResult(IReadOnlyList<Diagnostic> Problems, IReadOnlyList<ReportedSuite> Suites);

/// <summary>One suite's verdict and page.</summary>
/// <param name="Suite">The verdict.</param>
/// <param name="Page">Where the page is; null when there was no run.</param>
public sealed record ReportedSuite(JudgedSuite Suite, string? Page);
