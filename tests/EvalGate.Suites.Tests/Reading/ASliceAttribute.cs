namespace EvalGate.Suites.Tests.Reading;

public static class ASliceAttribute
{
    [Theory]
    [InlineData("slices: language", "(6,9): error EG1008: 'slices' must be a list such as [category, language], found 'language'.")]
    [InlineData("slices: { language: de }", "(6,9): error EG1008: 'slices' must be a list such as [category, language], found a map.")]
    [InlineData("slices: ['the language', 1st, overall, '']", "(6,10): error EG1008: 'the language' is no name for a slice attribute; letters, digits, '_' and '-' are allowed, and 'overall' is taken.\n(6,26): error EG1008: '1st' is no name for a slice attribute; letters, digits, '_' and '-' are allowed, and 'overall' is taken.\n(6,31): error EG1008: 'overall' is no name for a slice attribute; letters, digits, '_' and '-' are allowed, and 'overall' is taken.\n(6,40): error EG1008: '' is no name for a slice attribute; letters, digits, '_' and '-' are allowed, and 'overall' is taken.")]
    [InlineData("slices: [~]", "(6,10): error EG1008: a slice must be a map (key: value), found nothing.")]
    [InlineData("slices: [language, language]", "(6,20): error EG1007: slice 'language' is there twice: the first is on line 6. Remove one.")]
    [InlineData("slices:\n  - language\n  - { name: language, of: input.x, words: { a: .. 5 } }", "(8,5): error EG1007: slice 'language' is there twice: the first is on line 7. Remove one.")]
    [InlineData("slices:\n  - { of: input.x, words: { a: ..5 } }", "(7,5): error EG1006: a slice needs 'name:'.")]
    [InlineData("slices:\n  - { name: length, words: { a: ..5 } }", "(7,5): error EG1006: a slice needs 'of:'.")]
    [InlineData("slices:\n  - { name: length, of: output.x, words: { a: ..5 } }", "(7,25): error EG1008: 'of' is 'output.x'; slices are made from the case: write a path such as input.question or expected.intent.")]
    [InlineData("slices:\n  - { name: length, of: question, words: { a: ..5 } }", "(7,25): error EG1008: 'of' is 'question'; slices are made from the case: write a path such as input.question or expected.intent.")]
    [InlineData("slices:\n  - { name: length, of: input..x, words: { a: ..5 } }", "(7,25): error EG1008: 'of' is 'input..x'; slices are made from the case: write a path such as input.question or expected.intent.")]
    [InlineData("slices:\n  - { name: length, of: input.x }", "(7,5): error EG1006: a derived slice needs exactly one of words, chars, hours, weekday, bins, matches; found none.")]
    [InlineData("slices:\n  - { name: length, of: input.x, word: { a: ..5 } }", "(7,5): error EG1006: a derived slice needs exactly one of words, chars, hours, weekday, bins, matches; found none.\n(7,34): error EG1004: a slice has no key 'word'; there are bins, chars, hours, matches, name, of, weekday, words, zone. Did you mean 'words'?")]
    [InlineData("slices:\n  - { name: length, of: input.x, words: { a: ..5 }, chars: { a: ..5 } }", "(7,5): error EG1006: a derived slice needs exactly one of words, chars, hours, weekday, bins, matches; found words and chars.")]
    [InlineData("slices:\n  - { name: length, of: input.x, words: { a: ..5 }, zone: UTC }", "(7,59): error EG1008: 'zone' has no meaning for 'words': remove it. It belongs to hours and weekday.")]
    [InlineData("slices:\n  - { name: length, of: input.x, words: { a: ..5 }, bin: 3 }", "(7,53): error EG1004: a slice has no key 'bin'; there are bins, chars, hours, matches, name, of, weekday, words, zone. Did you mean 'bins'?")]
    [InlineData("slices:\n  - { name: at, of: input.x, hours: { a: 0..24 }, zone: Europe/Berln }", "(7,57): error EG1011: there is no time zone 'Europe/Berln'; write an IANA name such as Europe/Berlin.")]
    [InlineData("slices:\n  - { of: input.x, hours: { a: 0..24 }, zone: '../../etc/passwd' }", "(7,5): error EG1006: a slice needs 'name:'.\n(7,47): error EG1011: there is no time zone '../../etc/passwd'; write an IANA name such as Europe/Berlin.")]
    [InlineData("slices: [language, [language]]", "(6,20): error EG1008: a cross is a list of two to four different attributes, such as [language, category].")]
    [InlineData("slices: [language, [language, language]]", "(6,20): error EG1008: a cross is a list of two to four different attributes, such as [language, category].")]
    [InlineData("slices: [language, [language, { a: b }]]", "(6,20): error EG1008: a cross is a list of two to four different attributes, such as [language, category].")]
    [InlineData("slices: [a, b, c, d, e, [a, b, c, d, e]]", "(6,25): error EG1008: a cross is a list of two to four different attributes, such as [language, category].")]
    [InlineData("slices: [language, category, [language, categories]]", "(6,41): error EG1011: there is no slice attribute 'categories'; there are language, category.")]
    [InlineData("slices: [[language, category]]", "(6,11): error EG1011: there is no slice attribute 'language'; there are none.\n(6,21): error EG1011: there is no slice attribute 'category'; there are none.")]
    [InlineData("slices: [language, category, [language, category], [category, language]]", "(6,52): error EG1007: slice 'category × language' is there twice: the first is on line 6. Remove one.")]
    public static void ThatIsWrongIsReported(string part, string mistakes) => Assert.Equal(mistakes, SuiteText.Mistakes(SuiteText.Small + part + "\n"));
}
