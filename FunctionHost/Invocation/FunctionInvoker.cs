using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace TelemetryAspire.FunctionHost.Invocation;

/// <summary>Runs one invocation: its scope, its context, the middleware around it, its measurements.</summary>
internal sealed class FunctionInvoker(
    IServiceScopeFactory scopes, IEnumerable<MiddlewareRegistration> middleware, TimeProvider timeProvider)
{
    private readonly MiddlewareRegistration[] _middleware = [.. middleware];

    /// <summary>
    /// Invokes the function once and returns its batch result, or null; whatever it throws comes out.
    /// </summary>
    /// <param name="function">The function.</param>
    /// <param name="trigger">The batch or the timer info.</param>
    /// <param name="json">The trigger's input.</param>
    /// <param name="retry">Which attempt this is.</param>
    /// <param name="tags">The tags of its measurements.</param>
    /// <param name="cancellationToken">What the function may observe.</param>
    public async Task<object?> InvokeAsync(
        FunctionDefinition function,
        object trigger,
        string? json,
        RetryContext retry,
        TagList tags,
        CancellationToken cancellationToken)
    {
        var started = timeProvider.GetTimestamp();
        await using var scope = scopes.CreateAsyncScope();
        var context = new FunctionContext
        {
            FunctionName = function.Name,
            InvocationId = Guid.CreateVersion7(timeProvider.GetUtcNow()).ToString(),
            InstanceServices = scope.ServiceProvider,
            RetryContext = retry,
            CancellationToken = cancellationToken,
        };
        var activity = Activity.Current;
        activity?.SetTag("faas.invocation_id", context.InvocationId);

        try
        {
            await Pipeline(function, new InvocationInput(trigger, json, context))(context);
            return context.Result;
        }
        catch (Exception exception)
        {
            tags.Add("error.type", exception.GetType().FullName);
            activity?.SetStatus(ActivityStatusCode.Error, exception.Message);
            throw;
        }
        finally
        {
            FunctionHostInstrumentation.InvocationDuration.Record(
                timeProvider.GetElapsedTime(started).TotalSeconds, tags);
        }
    }

    private FunctionExecutionDelegate Pipeline(FunctionDefinition function, InvocationInput input)
    {
        FunctionExecutionDelegate pipeline = async context => context.Result = await function.CallAsync(input);
        for (var i = _middleware.Length - 1; i >= 0; i--)
        {
            var inner = pipeline;
            var registration = _middleware[i];
            pipeline = context => registration.Resolve(context.InstanceServices).Invoke(context, inner);
        }

        return pipeline;
    }
}
