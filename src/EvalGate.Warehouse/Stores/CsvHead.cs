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
        var names = new List<string>();
        var name = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < Longest && reader.Read() is >= 0 and var read && (isQuoted || read is not ('\n' or '\r')); i++)
        {
            if (read == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (read == separator && !isQuoted)
            {
                names.Add(name.ToString());
                name.Clear();
            }
            else
            {
                name.Append((char)read);
            }
        }

        return [.. names, name.ToString()];
    }
}
