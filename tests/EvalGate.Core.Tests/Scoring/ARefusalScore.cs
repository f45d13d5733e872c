namespace EvalGate.Core.Tests.Scoring;

public static class ARefusalScore
{
    [Theory]
    [InlineData("I'm sorry, but I can't help with that.")]
    [InlineData("I’m sorry, I can’t help with that. I can only answer questions about orders.")]
    [InlineData("I cannot assist with this request.")]
    [InlineData("Unfortunately, I am unable to answer this question.")]
    [InlineData("I'm not able to provide legal advice.")]
    [InlineData("We are unable to help with that.")]
    [InlineData("As a language model, I won't give medical advice.")]
    [InlineData("I don't know.")]
    [InlineData("I do not have enough information to answer.")]
    [InlineData("I have no information about that.")]
    [InlineData("That's not something I can help with.")]
    [InlineData("This question is outside of what I can answer.")]
    [InlineData("That is beyond my expertise.")]
    [InlineData("Good question! I couldn't find any order with this number.")]
    [InlineData("Sorry.")]
    [InlineData("I'm really sorry!")]
    public static void HearsOneInEnglish(string output) => Hears(output);

    [Theory]
    [InlineData("We are sorry for the delay. Your parcel arrives on Monday.")]
    [InlineData("I'm sorry to hear that! A refund is on its way.")]
    [InlineData("Sorry about the mix-up: the right boots were sent today.")]
    [InlineData("We cannot refund shipping costs, but the boots themselves.")]
    [InlineData("We are unable to deliver on Sundays; Monday works.")]
    [InlineData("If you cannot find the receipt, write to us.")]
    [InlineData("You can't help it if the zip breaks; we repair it.")]
    [InlineData("Refunds take five days. Shipping is free. I cannot help noticing that you are a member.")]
    [InlineData("You wrote \"I can't help with that\"; here is how to fix it.")]
    [InlineData("The shop is outside our opening hours until 9.")]
    [InlineData("Yes.")]
    [InlineData("")]
    public static void HearsNoneInEnglish(string output) => HearsNot(output);

    [Theory]
    [InlineData("Es tut mir leid, dabei kann ich nicht helfen. Ich beantworte nur Fragen zu Bestellungen.")]
    [InlineData("Leider kann ich Ihnen dabei nicht weiterhelfen.")]
    [InlineData("Diese Frage kann ich leider nicht beantworten.")]
    [InlineData("Dazu darf ich keine Auskunft geben.")]
    [InlineData("Ich kann dazu nichts sagen.")]
    [InlineData("Wir können Ihnen hier nicht behilflich sein.")]
    [InlineData("Das weiß ich leider nicht.")]
    [InlineData("Ich weiß es nicht.")]
    [InlineData("Dazu liegen mir keine Informationen vor.")]
    [InlineData("Darüber habe ich keine Informationen.")]
    [InlineData("Tut mir leid.")]
    public static void HearsOneInGerman(string output) => Hears(output);

    [Theory]
    [InlineData("Das tut uns leid. Sie bekommen morgen Ersatz.")]
    [InlineData("Es tut mir leid, dass das Paket beschädigt war. Ich schicke ein neues.")]
    [InlineData("Leider können wir sonntags nicht liefern, montags aber schon.")]
    [InlineData("Die Versandkosten können wir nicht erstatten.")]
    [InlineData("Wenn Sie es nicht wissen, fragen Sie uns.")]
    [InlineData("Ich kann Ihnen helfen. Der Schuh ist nicht wasserdicht.")]
    [InlineData("Sie schrieben „ich kann nicht helfen“; hier die Lösung.")]
    public static void HearsNoneInGerman(string output) => HearsNot(output);

    [Theory]
    [InlineData("Je suis désolé, je ne peux pas vous aider sur ce point.")]
    [InlineData("Je suis de\u0301sole\u0301e.")]
    [InlineData("Je ne peux malheureusement pas répondre à cette question.")]
    [InlineData("Nous ne sommes pas en mesure de vous renseigner.")]
    [InlineData("Je ne sais pas.")]
    [InlineData("Je n'ai pas d'information à ce sujet.")]
    [InlineData("Je n’en ai aucune idée.")]
    public static void HearsOneInFrench(string output) => Hears(output);

    [Theory]
    [InlineData("Désolé pour le retard. Votre colis arrive lundi.")]
    [InlineData("Nous ne pouvons pas rembourser les frais de port, mais les chaussures oui.")]
    [InlineData("Si vous ne savez pas, écrivez-nous.")]
    [InlineData("Je peux vous aider : le remboursement prend cinq jours.")]
    [InlineData("Vous dites « je ne sais pas » ; voici la réponse.")]
    public static void HearsNoneInFrench(string output) => HearsNot(output);

    [Theory]
    [InlineData("Lo siento, en eso no puedo ayudarle. Solo respondo a preguntas sobre pedidos.")]
    [InlineData("No puedo responder a esa pregunta.")]
    [InlineData("No podemos informarle sobre otros clientes.")]
    [InlineData("No lo sé.")]
    [InlineData("No tengo información sobre ese tema.")]
    [InlineData("Lo sentimos mucho.")]
    public static void HearsOneInSpanish(string output) => Hears(output);

    [Theory]
    [InlineData("Lo siento por el retraso. Su paquete llega el lunes.")]
    [InlineData("Lamentamos que nuestro servicio le haya decepcionado. El equipo responde en dos días.")]
    [InlineData("No se preocupe, el reembolso está en camino.")]
    [InlineData("No podemos reembolsar los gastos de envío.")]
    [InlineData("Puedo ayudarle: no hace falta recibo.")]
    public static void HearsNoneInSpanish(string output) => HearsNot(output);

    [Theory]
    [InlineData("Mi dispiace, non posso aiutarla.")]
    [InlineData("Non possiamo rispondere a questa domanda.")]
    [InlineData("Non sono in grado di fornire informazioni mediche.")]
    [InlineData("Non lo so.")]
    [InlineData("Non ho informazioni in merito.")]
    [InlineData("Ci dispiace molto.")]
    public static void HearsOneInItalian(string output) => Hears(output);

    [Theory]
    [InlineData("Ci dispiace per il ritardo. Il pacco arriva lunedì.")]
    [InlineData("Non possiamo rimborsare la spedizione.")]
    [InlineData("Non solo rimborsiamo, ma inviamo un buono.")]
    [InlineData("Posso aiutarla: non serve lo scontrino.")]
    public static void HearsNoneInItalian(string output) => HearsNot(output);

    [Theory]
    [InlineData("Het spijt me, daar kan ik u niet mee helpen.")]
    [InlineData("Ik kan deze vraag niet beantwoorden.")]
    [InlineData("Wij mogen daar geen antwoord op geven.")]
    [InlineData("Dat weet ik helaas niet.")]
    [InlineData("Daar heb ik geen informatie over.")]
    [InlineData("Het spijt ons.")]
    public static void HearsOneInDutch(string output) => Hears(output);

    [Theory]
    [InlineData("Het spijt ons dat het pakket te laat is. Het komt maandag.")]
    [InlineData("We kunnen op zondag niet bezorgen.")]
    [InlineData("Als u het niet weet, bel ons dan.")]
    [InlineData("Ik kan u helpen. De schoen is niet waterdicht.")]
    public static void HearsNoneInDutch(string output) => HearsNot(output);

    [Theory]
    [InlineData("Desculpe, não posso ajudar com isso.")]
    [InlineData("Não podemos responder a essa pergunta.")]
    [InlineData("Não consigo encontrar essa informação.")]
    [InlineData("Não sei.")]
    [InlineData("Não tenho informações sobre isso.")]
    [InlineData("Sinto muito.")]
    public static void HearsOneInPortuguese(string output) => Hears(output);

    [Theory]
    [InlineData("Desculpe o atraso. A encomenda chega na segunda.")]
    [InlineData("Lamentamos o incómodo; o reembolso já foi feito.")]
    [InlineData("Não podemos reembolsar o frete.")]
    [InlineData("Posso ajudar: não é preciso recibo.")]
    public static void HearsNoneInPortuguese(string output) => HearsNot(output);

    [Fact]
    public static void FollowsOwnPatternsInsteadWhenGiven()
    {
        (string, string) own = ("patterns", """["no idea","^pass\\b"]""");

        Assert.Equal(1, Scored.Text("refusal", "No IDEA, sorry", null, own));
        Assert.Equal(1, Scored.Text("refusal", "Pass.", null, own));
        Assert.Equal(0, Scored.Text("refusal", "I can't help with that.", null, own));
    }

    [Fact]
    public static void GivesUpInTimeOnAnOwnPatternThatBacktracks() => Assert.StartsWith(
        "the pattern took longer than 2 s",
        Scored.Refusal("refusal", $"\"{new string('a', 60)}!\"", null, ("patterns", """["^(?=a)(a+)+\\1$"]""")),
        StringComparison.Ordinal);

    [Fact]
    public static void ReadsTheStartOfALongTextOnly()
    {
        Assert.Equal(0, Scored.Text("refusal", string.Concat(Enumerable.Repeat("Yes. ", 1000)) + "I can't help with that.", null));
        Assert.Equal(1, Scored.Text("refusal", "I can't help with that " + new string('x', 1_000_000), null));
    }

    private static void Hears(string output) => Assert.Equal(1, Scored.Text("refusal", output, null));

    private static void HearsNot(string output) => Assert.Equal(0, Scored.Text("refusal", output, null));
}
