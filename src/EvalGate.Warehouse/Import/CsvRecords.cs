using System.Text;

namespace EvalGate.Warehouse;

/// <summary>The records of a CSV text: fields in quotes may hold separators, line ends and doubled quotes.</summary>
internal static class CsvRecords
{
    public static IEnumerable<IReadOnlyList<string>> Of(TextReader text, char separator)
    {
        while (text.Peek() >= 0)
        {
            yield return Next(text, separator);
        }
    }

    /// <summary>The next record; one field of nothing for an empty line.</summary>
    /// <param name="text">Where it is read.</param>
    /// <param name="separator">What fields are separated by.</param>
    /// <param name="longest">So many characters are read at most.</param>
    public static IReadOnlyList<string> Next(TextReader text, char separator, int longest = int.MaxValue)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < longest && text.Read() is >= 0 and var read && (isQuoted || read != '\n'); i++)
        {
            if (read == '"' && isQuoted && text.Peek() == '"')
            {
                field.Append((char)text.Read());
            }
            else if (read == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (read == separator && !isQuoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else if (read != '\r' || isQuoted)
            {
                field.Append((char)read);
            }
        }

        fields.Add(field.ToString());
        return fields;
    }
}
