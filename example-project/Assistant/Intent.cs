using System.Text.Json.Serialization;

namespace HelpDesk;

/// <summary>What a customer wants; every topic but <see cref="None"/> has one article per language in <c>kb</c>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Intent>))]
public enum Intent
{
    /// <summary>Nothing the help centre covers: the assistant declines.</summary>
    [JsonStringEnumMemberName("out-of-scope")] None,

    /// <summary>Sending goods back and getting the money.</summary>
    [JsonStringEnumMemberName("refund")] Refund,

    /// <summary>Delivery times, costs, countries and addresses.</summary>
    [JsonStringEnumMemberName("shipping")] Shipping,

    /// <summary>Where an order is, changing it or cancelling it.</summary>
    [JsonStringEnumMemberName("order-status")] OrderStatus,

    /// <summary>Defects, repairs and spare parts.</summary>
    [JsonStringEnumMemberName("warranty")] Warranty,

    /// <summary>Signing in, passwords and personal data.</summary>
    [JsonStringEnumMemberName("account")] Account,

    /// <summary>Ways to pay, invoices, vouchers.</summary>
    [JsonStringEnumMemberName("payment")] Payment,

    /// <summary>Which product suits, sizes and care.</summary>
    [JsonStringEnumMemberName("product-advice")] ProductAdvice,

    /// <summary>Dissatisfaction with the shop itself.</summary>
    [JsonStringEnumMemberName("complaint")] Complaint,
}
