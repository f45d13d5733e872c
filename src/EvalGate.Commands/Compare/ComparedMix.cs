using EvalGate.Files;
using EvalGate.Model;

namespace EvalGate.Commands;

/// <summary>The mix of production that a comparison is reweighted to.</summary>
internal static class ComparedMix
{
    private const string Option = "--weights";

    /// <summary>The mix that is demanded, held against the columns that are sliced by.</summary>
    /// <exception cref="FilesException">The file cannot be read.</exception>
    public static MixReading Of(CompareRequest request, ISuiteLanguage language) => request.Weights switch
    {
        null => new(null, []),
        _ when request.Unpaired => Problem("cases that are not paired are not reweighted; leave --weights or --unpaired out."),
        ['{', ..] => language.ReadMix(request.Weights, Option, Attributes(request)),
        var file when !TextFile.Exists(Path.Combine(request.Folder, file)) => Problem($"there is no file '{ShownText.Of(file)}'. Write the shares, {{ language: {{ en: 70%, de: 30% }} }}, or name a .json or .csv file that holds them."),
        var file => language.ReadMix(TextFile.Read(Path.Combine(request.Folder, file)), file, Attributes(request)),
    };

    /// <summary>Columns that are sliced by on their own: the mix needs the slice of every value.</summary>
    private static IReadOnlyList<string> Attributes(CompareRequest request) => [.. request.Slices.Where(s => s.Count == 1).Select(s => s[0]).Distinct(StringComparer.Ordinal)];

    private static MixReading Problem(string message) => new(null, [new(DiagnosticCodes.WrongValue, Severity.Error, message, new(Option, 0, 0))]);
}
