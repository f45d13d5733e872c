using System.Data.Common;
using System.Globalization;

namespace EvalGate.Warehouse;

/// <summary>The rows of any driver, every value as text.</summary>
internal static class TextRows
{
    public static IEnumerable<IReadOnlyList<string?>> Of(DbDataReader reader)
    {
        while (reader.Read())
        {
            var row = new string?[reader.FieldCount];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = reader.IsDBNull(i) ? null : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture);
            }

            yield return row;
        }
    }
}
