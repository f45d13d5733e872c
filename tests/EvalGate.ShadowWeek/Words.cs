namespace EvalGate.ShadowWeek;

/// <summary>What customers and both assistants say, by language.</summary>
internal static class Words
{
    public static readonly Dictionary<string, string[]> Openings = new()
    {
        ["en"] = ["Hello,", "Hi there!", "Good morning from Leeds.", "Quick one:", "I am on the train, so briefly:", "My partner ordered this, I write for her.", "Second try today."],
        ["de"] = ["Guten Tag,", "Hallo!", "Servus aus Graz.", "Kurze Frage:", "Meine Tochter hat bestellt, ich schreibe für sie.", "Moin,", "Ich versuche es noch einmal."],
        ["fr"] = ["Bonjour,", "Bonsoir !", "Petite question :", "Je vous écris de Lyon.", "C'est pour ma sœur,", "Deuxième essai."],
        ["es"] = ["Hola,", "Buenos días desde Sevilla.", "Una pregunta rápida:", "Escribo por mi madre,", "Buenas tardes,", "Lo intento otra vez.", "Les escribo desde el móvil,"],
    };

    public static readonly Dictionary<string, string[]> Things = new()
    {
        ["en"] = ["rain jacket", "hiking boots", "headlamp", "tent", "gas stove", "rucksack", "sleeping bag", "trekking poles", "water filter", "climbing rope"],
        ["de"] = ["Regenjacke", "Wanderstiefel", "Stirnlampe", "Zelt", "Gaskocher", "Rucksack", "Schlafsack", "Trekkingstöcke", "Wasserfilter", "Kletterseil"],
        ["fr"] = ["la veste de pluie", "les chaussures", "la lampe frontale", "la tente", "le réchaud", "le sac à dos", "le sac de couchage", "les bâtons", "le filtre à eau", "la corde"],
        ["es"] = ["la chaqueta", "las botas", "la linterna frontal", "la tienda", "el hornillo", "la mochila", "el saco de dormir", "los bastones", "el filtro de agua", "la cuerda"],
    };

    public static readonly Dictionary<(string Language, string Category), string[]> Questions = new()
    {
        [("en", "refund")] = ["how do I send the {0} back?", "the {0} does not fit, I want my money back.", "I changed my mind about the {0}, what now?", "when is the {0} refunded?"],
        [("en", "shipping")] = ["how long does the {0} take to Ireland?", "what does posting the {0} cost?", "can you deliver the {0} to a shop?"],
        [("en", "order-status")] = ["where is my {0}?", "I ordered the {0} last week and heard nothing.", "can I still change the colour of the {0}?", "please cancel the {0}."],
        [("en", "warranty")] = ["the {0} broke on its first trip.", "a seam of the {0} came apart.", "is the {0} still under warranty?"],
        [("de", "refund")] = ["wie schicke ich zurück: {0}?", "{0} passt nicht, ich möchte mein Geld zurück.", "wann kommt die Erstattung für {0}?", "{0} gefällt mir doch nicht, was tun?"],
        [("de", "shipping")] = ["wie lange dauert die Lieferung in die Schweiz, Artikel {0}?", "was kostet der Versand von {0}?", "kann {0} an eine Packstation?"],
        [("de", "order-status")] = ["wo bleibt {0}?", "seit einer Woche nichts gehört von {0}.", "kann ich die Farbe von {0} noch ändern?", "bitte {0} stornieren."],
        [("de", "warranty")] = ["{0} ist bei der ersten Tour kaputtgegangen.", "an {0} löst sich eine Naht.", "habe ich auf {0} noch Garantie?"],
        [("fr", "refund")] = ["comment renvoyer {0} ?", "{0} ne me va pas, je veux être remboursé.", "quand serai-je remboursé pour {0} ?"],
        [("fr", "shipping")] = ["combien de temps pour livrer {0} en Belgique ?", "quels frais de port pour {0} ?", "peut-on livrer {0} en point relais ?"],
        [("fr", "order-status")] = ["où est {0} ?", "aucune nouvelle de {0} depuis une semaine.", "je voudrais annuler {0}."],
        [("fr", "warranty")] = ["{0} s'est cassé à la première sortie.", "une couture lâche sur {0}.", "la garantie couvre-t-elle {0} ?"],
        [("es", "refund")] = ["¿cómo devuelvo {0}?", "no me queda bien {0}, quiero mi dinero.", "he cambiado de idea sobre {0}, ¿qué hago?", "¿cuándo me reembolsan {0}?", "{0} es un regalo repetido, ¿lo aceptan de vuelta?", "pedí la talla equivocada: {0}. ¿Me devuelven el importe?"],
        [("es", "shipping")] = ["¿cuánto tarda {0} en llegar a Canarias?", "¿qué cuesta enviar {0}?", "¿pueden llevar {0} a un punto de recogida?"],
        [("es", "order-status")] = ["¿dónde está {0}?", "pedí {0} hace una semana y nada.", "quiero anular {0}.", "¿puedo cambiar el color de {0}?"],
        [("es", "warranty")] = ["se rompió {0} en la primera salida.", "se descose {0}.", "¿sigue en garantía {0}?"],
    };

    public static readonly Dictionary<string, string[]> Endings = new()
    {
        ["en"] = ["Thanks!", "I leave for Norway on Friday.", "The order was paid by card.", "It is still in its box.", "My last message got no reply.", "Cheers, Sam", "No hurry."],
        ["de"] = ["Danke!", "Am Freitag geht es nach Norwegen.", "Bezahlt habe ich mit Karte.", "Alles ist noch verpackt.", "Auf die letzte Nachricht kam nichts.", "Eilt nicht."],
        ["fr"] = ["Merci !", "Je pars vendredi en Norvège.", "J'ai payé par carte.", "Tout est encore emballé.", "Rien ne presse."],
        ["es"] = ["¡Gracias!", "El viernes salgo hacia Noruega.", "Pagué con tarjeta.", "Todo sigue en su caja.", "Nadie contestó a mi último mensaje.", "No corre prisa.", "Vivo lejos de cualquier oficina."],
    };

    /// <summary>The answer, and the same in other words.</summary>
    public static readonly Dictionary<(string Language, string Category), string[]> Answers = new()
    {
        [("en", "refund")] = ["You can send unused items back within 30 days and get a full refund.", "Unused items come back within 30 days, and you get all your money."],
        [("en", "shipping")] = ["We deliver within 3 to 5 working days.", "Your parcel arrives in 3 to 5 working days."],
        [("en", "order-status")] = ["You see where your order is in your customer area.", "Your customer area shows where the order is."],
        [("en", "warranty")] = ["We repair or replace defects for 2 years.", "Defects are repaired or replaced for 2 years."],
        [("de", "refund")] = ["Unbenutzte Artikel nehmen wir 30 Tage lang zurück und erstatten den vollen Preis.", "Wir erstatten den vollen Preis, wenn Sie Unbenutztes binnen 30 Tagen zurückschicken."],
        [("de", "shipping")] = ["Wir liefern in 3 bis 5 Werktagen.", "Ihr Paket kommt in 3 bis 5 Werktagen an."],
        [("de", "order-status")] = ["Im Kundenkonto sehen Sie, wo Ihre Bestellung ist.", "Wo Ihre Bestellung ist, zeigt das Kundenkonto."],
        [("de", "warranty")] = ["Mängel reparieren oder ersetzen wir 2 Jahre lang.", "Wir reparieren oder ersetzen Mängel für 2 Jahre."],
        [("fr", "refund")] = ["Les articles neufs se renvoient sous 30 jours, avec remboursement complet.", "Vous renvoyez les articles neufs sous 30 jours et tout vous est remboursé."],
        [("fr", "shipping")] = ["Nous livrons en 3 à 5 jours ouvrés.", "Votre colis arrive en 3 à 5 jours ouvrés."],
        [("fr", "order-status")] = ["Votre espace client montre où est la commande.", "Vous voyez où est la commande dans votre espace client."],
        [("fr", "warranty")] = ["Les défauts sont réparés ou remplacés pendant 2 ans.", "Pendant 2 ans, nous réparons ou remplaçons les défauts."],
        [("es", "refund")] = ["Puede devolver los artículos sin usar en 30 días con reembolso completo.", "En 30 días puede devolver lo que no ha usado y le reembolsamos todo."],
        [("es", "shipping")] = ["Entregamos en 3 a 5 días laborables.", "Su paquete llega en 3 a 5 días laborables."],
        [("es", "order-status")] = ["En su área de cliente ve dónde está el pedido.", "Su área de cliente muestra dónde está el pedido."],
        [("es", "warranty")] = ["Reparamos o cambiamos los defectos durante 2 años.", "Durante 2 años reparamos o cambiamos los defectos."],
    };
}
