using System.Text;

namespace EvalGate.Warehouse;

/// <summary>The names in the first line of a CSV file.</summary>
internal static class CsvHead
{
    /// <summary>Longer first lines are not read on: their columns will not be found.</summary>
    private const int Longest = 1 << 20;

    public static IReadOnlyList<string> Read(string path, char separator)
    {
        using var reader = new StreamReader(path, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return CsvRecords.Next(reader, separator, Longest);
    }
}
