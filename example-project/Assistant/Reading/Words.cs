using System.Text;

namespace HelpDesk.Reading;

/// <summary>Cuts text into lower-case words without accents, so that "Rückgabe" and "rueckgabe" are one word.</summary>
internal static class Words
{
    public static IEnumerable<string> Of(string text)
    {
        var word = new StringBuilder();
        foreach (var letter in text)
        {
            if (char.IsLetterOrDigit(letter))
            {
                word.Append(Fold(char.ToLowerInvariant(letter)));
            }
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }

    // By hand, because string normalisation depends on the ICU of the machine.
    private static string Fold(char letter) => letter switch
    {
        'ä' or 'æ' => "ae",
        'ö' or 'œ' => "oe",
        'ü' => "ue",
        'ß' => "ss",
        'á' or 'à' or 'â' or 'ã' => "a",
        'é' or 'è' or 'ê' or 'ë' => "e",
        'í' or 'î' or 'ï' => "i",
        'ó' or 'ô' => "o",
        'ú' or 'ù' or 'û' => "u",
        'ç' => "c",
        'ñ' => "n",
        _ => letter.ToString(),
    };
}
