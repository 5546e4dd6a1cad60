using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TelemetryAspire.FunctionHost;

/// <summary>What one invocation knows about itself.</summary>
public sealed class FunctionContext
{
    /// <summary>The name in the function's <see cref="FunctionAttribute"/>.</summary>
    public required string FunctionName { get; init; }

    /// <summary>Unique to this invocation; every retry has its own.</summary>
    public required string InvocationId { get; init; }

    /// <summary>The services of this invocation: scoped services live as long as it does.</summary>
    public required IServiceProvider InstanceServices { get; init; }

    /// <summary>Which attempt this is.</summary>
    public required RetryContext RetryContext { get; init; }

    /// <summary>Cancelled when the host gives up waiting for the invocation while it stops.</summary>
    public CancellationToken CancellationToken { get; init; }

    /// <summary>Values that middleware and the function share during this invocation.</summary>
    public IDictionary<object, object> Items { get; } = new Dictionary<object, object>();

    /// <summary>
    /// What the function returned, for the invoker; null until then and for functions without a result.
    /// </summary>
    internal object? Result { get; set; }

    /// <summary>A logger whose category is <typeparamref name="T"/>.</summary>
    public ILogger<T> GetLogger<T>() => InstanceServices.GetRequiredService<ILogger<T>>();
}
