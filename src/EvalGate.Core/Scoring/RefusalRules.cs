using System.Text.RegularExpressions;
using EvalGate.Model;

namespace EvalGate.Scoring;

/// <summary>What a refusal sounds like in seven languages.</summary>
/// <remarks>
/// A speaker ("I", and "we" only with verbs of helping and answering) cannot, may not or will not help, or does not know; or an apology that
/// nothing follows. An apology before an answer is no refusal, and neither is a policy: "we are sorry for the delay", "we cannot refund shipping".
/// </remarks>
internal static class RefusalRules
{
    /// <summary>Backtracking, which is ready at once: every gap is bounded, and so is the text.</summary>
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static IReadOnlyList<Regex> All { get; } = [.. English().Concat(German()).Concat(French()).Concat(Spanish()).Concat(Italian()).Concat(Dutch()).Concat(Portuguese())
        .Select(p => new Regex(p, Options, BoundedRegex.Timeout))];

    private static string[] English()
    {
        const string Adverb = "(?: (?:really|just|simply|currently|unfortunately|directly|personally))?";
        const string Cannot = $"(?:{Adverb} (?:cannot|can['’]?t|can not|could(?:n['’]t| not)|won['’]t|will not)|(?: am| are|['’]m|['’]re){Adverb} (?:unable|not able|not allowed|not permitted) to){Adverb}";
        return
        [
            $@"\b(?:i|we){Cannot} (?:help|assist|answer|comply|discuss|advise|comment|respond)\b",
            $@"\bi{Cannot} (?:provide|share|give|tell|say|support|access|see|do (?:that|this|so)|find (?:an|any|a))\b",
            @"\bi (?:do not|don['’]t) (?:know|have (?:(?:any|an|enough|the) )?(?:answer|information|access|data))\b",
            @"\bi have no (?:answer|information|access|idea|knowledge)\b",
            @"(?:is not|isn['’]t|['’]s not) (?:something|a (?:topic|question)) (?:that )?(?:i|we) can\b",
            @"(?:is|['’]s|falls|lies) (?:outside|beyond) (?:of )?(?:what (?:i|we) can|(?:my|our|the) (?:scope|expertise|knowledge|capabilities|abilities))\b",
            Alone("(?:(?:i|we)(?: am| are|['’]m|['’]re) )?(?:very |so |really )?sorry"),
        ];
    }

    private static string[] German()
    {
        const string Can = "(?:kann|können|darf|dürfen|möchte|möchten)";
        const string Not = @"[^.!?]{0,60}\b(?:nicht|nichts|kein|keine|keinen)\b[^.!?]{0,40}\b(?:(?:weiter)?helfen|weiterhelfen|behilflich|beantworten|antworten|auskunft|antwort|raten|sagen|beurteilen|unterstützen)\b";
        return
        [
            $@"\b(?:(?:ich|wir) {Can}|{Can} (?:ich|wir))\b{Not}",
            @"\b(?:weiß|weiss|wissen) (?:ich|wir) (?:es |das |leider |auch )*nicht\b",
            @"\b(?:ich|wir) (?:weiß|weiss|wissen) (?:es |das |leider |auch |darüber )*nichts?\b",
            @"\b(?:habe ich|ich habe|haben wir|wir haben|liegen mir|liegen uns) (?:dazu |hierzu |darüber |leider )*keine (?:informationen|information|auskunft|antwort|kenntnis|angaben)\b",
            Alone("(?:es |das )?tut (?:mir|uns) (?:sehr |wirklich )?leid"),
        ];
    }

    private static string[] French() =>
    [
        @"\b(?:je|nous) ne (?:peux|puis|pouvons|suis|sommes)\b[^.!?]{0,60}\b(?:aider|répondre|renseigner|conseiller)\b",
        @"\bje ne (?:peux|puis|suis)\b[^.!?]{0,60}\b(?:fournir|donner|dire|trouver|faire (?:cela|ça))\b",
        @"\bje ne (?:le )?sais pas\b",
        @"\bje n['’](?:en )?ai (?:malheureusement )?(?:pas (?:de |d['’])?|aucune? )(?:information|informations|réponse|accès|idée|donnée|données)\b",
        Alone("(?:je suis |nous sommes )?(?:vraiment |sincèrement )?désolée?s?"),
    ];

    private static string[] Spanish() =>
    [
        @"\bno (?:puedo|podemos|me es posible|nos es posible)\b[^.!?]{0,40}\b(?:ayudar|responder|contestar|asesorar|informar|atender)(?:le|les|te|lo|la|os)?\b",
        @"\bno puedo\b[^.!?]{0,40}\b(?:proporcionar|dar|decir|encontrar)(?:le|les|te|lo|la)?\b",
        @"\bno (?:lo )?sé\b",
        @"\bno tengo (?:información|respuesta|una respuesta|acceso|datos)\b",
        Alone("(?:lo siento|lo sentimos)(?: mucho)?"),
    ];

    private static string[] Italian() =>
    [
        @"\bnon (?:posso|possiamo|sono in grado di|siamo in grado di)\b[^.!?]{0,40}\b(?:aiutar|risponder|assister|consigliar)(?:e|la|le|ti|lo|vi)\b",
        @"\bnon (?:posso|sono in grado di)\b[^.!?]{0,40}\b(?:fornir|dir|dar|trovar)(?:e|la|le|ti|lo|vi)\b",
        @"\bnon (?:lo )?so\b",
        @"\bnon ho (?:informazioni|una risposta|risposte|accesso|dati)\b",
        Alone("(?:(?:mi|ci) dispiace|sono spiacente)(?: molto)?"),
    ];

    private static string[] Dutch()
    {
        const string Can = "(?:kan|kunnen|mag|mogen)";
        return
        [
            $@"\b(?:(?:ik|we|wij) {Can}|{Can} (?:ik|we|wij))\b[^.!?]{{0,60}}\b(?:niet|niets|geen)\b[^.!?]{{0,40}}\b(?:helpen|beantwoorden|antwoorden|antwoord|zeggen|adviseren)\b",
            @"\b(?:weet ik (?:het |dat |helaas |ook )*niet|ik weet (?:het |dat |helaas |ook )*niet)\b",
            @"\b(?:ik heb|heb ik) (?:daar |hier |daarover |hierover |helaas )*geen (?:informatie|antwoord|toegang|gegevens)\b",
            Alone("het spijt (?:me|mij|ons)(?: zeer)?"),
        ];
    }

    private static string[] Portuguese() =>
    [
        @"\bnão (?:posso|podemos|consigo|conseguimos)\b[^.!?]{0,40}\b(?:ajudar|responder|aconselhar|informar)\b",
        @"\bnão (?:posso|consigo)\b[^.!?]{0,40}\b(?:fornecer|dizer|dar|encontrar)\b",
        @"\bnão (?:o )?sei\b",
        @"\bnão tenho (?:informação|informações|resposta|uma resposta|acesso|dados)\b",
        Alone("(?:desculpe|desculpa|sinto muito|lamento|lamentamos)"),
    ];

    /// <summary>An apology that is all there is.</summary>
    private static string Alone(string apology) => $@"^\W*{apology}\W*$";
}
