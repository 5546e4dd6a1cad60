namespace TelemetryAspire.FunctionHost;

/// <summary>Marks a public method as a function of the host.</summary>
/// <remarks>
/// The name is the function's identity: its checkpoints, dead letters, metrics and logs carry it. Renaming a function
/// that listens to a stream makes it a new consumer, which reads the stream from the start.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FunctionAttribute(string name) : Attribute
{
    /// <summary>The name, unique in the host: letters, digits, '-' and '_'.</summary>
    public string Name { get; } = name;
}
