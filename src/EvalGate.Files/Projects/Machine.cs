using System.Globalization;
using System.Runtime.InteropServices;

namespace EvalGate.Files;

/// <summary>The machine that a run is made on, without anything that names its owner.</summary>
public static class Machine
{
    /// <summary><c>Ubuntu 24.04.2 LTS, X64, 4 processors</c></summary>
    public static string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture}, {Environment.ProcessorCount} {(Environment.ProcessorCount == 1 ? "processor" : "processors")}");
}
