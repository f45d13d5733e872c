using Microsoft.Extensions.DependencyInjection;

namespace EvalGate;

/// <summary>Registers what subjects and scorers are made of.</summary>
public interface IEvalSetup
{
    /// <summary>Adds services; called once per test process.</summary>
    /// <param name="services">Where to add them. Register a <see cref="System.Text.Json.JsonSerializerOptions"/> to change how inputs are read and outputs written.</param>
    void Configure(IServiceCollection services);
}

/// <summary>Names the <see cref="IEvalSetup"/> of an assembly: <c>[assembly: EvalSetup(typeof(HelpDeskSetup))]</c>.</summary>
/// <param name="setupType">A class with a parameterless constructor that implements <see cref="IEvalSetup"/>.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class EvalSetupAttribute(Type setupType) : Attribute
{
    /// <summary>The setup's type.</summary>
    public Type SetupType { get; } = setupType;
}
