using System.Security.Cryptography;
using System.Text;

namespace EvalGate.Html.Page;

/// <summary>The style sheet or the script of the page, with the hash by which the page's policy knows it.</summary>
internal sealed record Resource(string Text)
{
    public static Resource Style { get; } = Read("report.css");

    public static Resource Script { get; } = Read("report.js");

    /// <summary><c>sha256-…</c></summary>
    public string Hash => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))}";

    private static Resource Read(string name)
    {
        using var reader = new StreamReader(typeof(Resource).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return new(reader.ReadToEnd().ReplaceLineEndings("\n"));
    }
}
