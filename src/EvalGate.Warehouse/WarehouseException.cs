namespace EvalGate.Warehouse;

/// <summary>An engine could not be reached, refused, or gave a result that cannot be whole; hosts catch it and show <see cref="Exception.Message"/>, which holds no password.</summary>
/// <param name="message">What happened and what to do.</param>
/// <param name="inner">What the engine said; null when it said nothing.</param>
public sealed class WarehouseException(string message, Exception? inner = null) : Exception(message, inner);
