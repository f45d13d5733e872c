namespace EvalGate.Commands;

/// <summary>What is written about the newest run of a suite, beside it.</summary>
/// <param name="Folder">The suite's run folder.</param>
public sealed record ReportFiles(string Folder)
{
    /// <summary>The verdict for programs.</summary>
    public string Json => Path.Combine(Folder, "verdict.json");

    /// <summary>The verdict for pull requests.</summary>
    public string Markdown => Path.Combine(Folder, "report.md");

    /// <summary>The verdict with every case, for browsers.</summary>
    public string Page => Path.Combine(Folder, "report.html");

    /// <summary>The findings for code scanning.</summary>
    public string Sarif => Path.Combine(Folder, "verdict.sarif");

    /// <summary>The comparisons as tests, for CI systems.</summary>
    public string JUnit => Path.Combine(Folder, "verdict.junit.xml");

    /// <summary>The comparisons for spreadsheets.</summary>
    public string Csv => Path.Combine(Folder, "comparisons.csv");

    /// <summary>All of them.</summary>
    public IEnumerable<string> All => [Json, Markdown, Page, Sarif, JUnit, Csv];
}
