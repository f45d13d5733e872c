using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using EvalGate.Reports;

namespace EvalGate.Html.Markup;

/// <summary>An interpolated string whose literal parts are markup and whose holes are text: encoded whatever they hold, in elements and in quoted attributes, and cut where nobody would read on.</summary>
[InterpolatedStringHandler]
internal readonly ref struct MarkupTemplate(int literalLength, int formattedCount)
{
    private const int LongestText = 4_000;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _markup = new(literalLength + (16 * formattedCount));

    public string Markup => _markup.ToString();

    public void AppendLiteral(string markup) => _markup.Append(markup);

    public void AppendFormatted(string? text) => _markup.Append(Encoder.Encode(CleanText.Of(text is { Length: > LongestText } ? text[..LongestText] + "…" : text ?? "")));

    public void AppendFormatted(int number) => _markup.Append(number.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(Fragment piece) => _markup.Append(piece);

    public void AppendFormatted(IEnumerable<Fragment> pieces) => _markup.AppendJoin("", pieces);
}
