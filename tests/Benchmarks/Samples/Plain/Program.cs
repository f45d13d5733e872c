using System.Text.Json;

// Without arguments the empty program. With files: every token of every line, and every number as a number, the least that any reader does.
double sum = 0;
foreach (var file in args)
{
    using var stream = File.OpenRead(file);
    var (buffer, filled) = (new byte[1 << 20], 0);
    for (int read; (read = stream.Read(buffer.AsSpan(filled))) > 0;)
    {
        filled += read;
        var rest = buffer.AsSpan(0, filled);
        for (int end; (end = rest.IndexOf((byte)'\n')) >= 0; rest = rest[(end + 1)..])
        {
            var json = new Utf8JsonReader(rest[..end]);
            while (json.Read())
            {
                sum += json.TokenType == JsonTokenType.Number ? json.GetDouble() : 0;
            }
        }

        rest.CopyTo(buffer);
        filled = rest.Length;
    }
}

return double.IsNaN(sum) ? 1 : 0;
