using System.Reflection;
using TelemetryAspire.FunctionHost.Retries;

namespace TelemetryAspire.FunctionHost.Invocation;

/// <summary>A function as its method declares it, before settings are filled in.</summary>
internal sealed record FunctionDefinition
{
    /// <summary>The name in its attribute.</summary>
    public required string Name { get; init; }

    /// <summary>The method as errors name it: <c>ProcessTelemetry.RunAsync</c>.</summary>
    public required string Method { get; init; }

    /// <summary>
    /// Its trigger: a <see cref="KinesisTriggerAttribute"/> or a <see cref="TimerTriggerAttribute"/>.
    /// </summary>
    public required Attribute Trigger { get; init; }

    /// <summary>What to do when it throws.</summary>
    public required RetryPolicy Retry { get; init; }

    /// <summary>Makes the instance of one invocation from the invocation's services.</summary>
    public required Func<IServiceProvider, object> CreateInstance { get; init; }

    /// <summary>The method itself.</summary>
    public required MethodInfo MethodInfo { get; init; }

    /// <summary>One per parameter of the method, in order.</summary>
    public required IReadOnlyList<Func<InvocationInput, object?>> Parameters { get; init; }

    /// <summary>
    /// Reads the input once, to find out at startup that it cannot be read; null without an input parameter.
    /// </summary>
    public Func<string?, object?>? ReadInput { get; init; }

    /// <summary>Calls the method and returns its batch result, or null for a method without one.</summary>
    public async Task<object?> CallAsync(InvocationInput input)
    {
        var instance = CreateInstance(input.Context.InstanceServices);
        try
        {
            var arguments = Parameters.Select(read => read(input)).ToArray();
            var task = (Task)MethodInfo.Invoke(
                instance, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null)!;
            await task;
            return task is Task<KinesisBatchResult> batch ? await batch : null;
        }
        finally
        {
            await DisposeAsync(instance);
        }
    }

    private static async ValueTask DisposeAsync(object instance)
    {
        if (instance is IAsyncDisposable asyncDisposable)
        {
            await asyncDisposable.DisposeAsync();
        }
        else
        {
            (instance as IDisposable)?.Dispose();
        }
    }
}
