using System.Text.Json;
using System.Text.Json.Nodes;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation.Resources;

/// <summary>Calls the operations of the other services as their clients do, without the way over HTTP.</summary>
internal sealed class ServiceCalls(AwsJsonOperations operations, TimeProvider timeProvider)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan ThrottlingLimit = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan WaitLimit = TimeSpan.FromMinutes(10);

    /// <summary>Calls an operation; one that is called too often is called again, as CloudFormation does.</summary>
    public async ValueTask<JsonElement> CallAsync(
        string target,
        JsonObject request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var start = timeProvider.GetTimestamp();
        while (true)
        {
            try
            {
                return await operations.CallAsync(target, request, context, cancellationToken);
            }
            catch (AwsException exception) when (
                exception.Message.StartsWith("Rate exceeded", StringComparison.Ordinal)
                && timeProvider.GetElapsedTime(start) < ThrottlingLimit)
            {
                await Task.Delay(PollInterval, timeProvider, cancellationToken);
            }
        }
    }

    /// <summary>Calls an operation that describes or deletes something.</summary>
    /// <returns>Null when that does not exist.</returns>
    public async ValueTask<JsonElement?> TryCallAsync(
        string target,
        JsonObject request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        try
        {
            return await CallAsync(target, request, context, cancellationToken);
        }
        catch (AwsException exception) when (exception.Code == "ResourceNotFoundException")
        {
            return null;
        }
    }

    /// <summary>Repeats a call until its answer is the one that is waited for.</summary>
    /// <exception cref="AwsException">It took too long.</exception>
    public async ValueTask<T> WaitAsync<T>(
        Func<ValueTask<T>> call,
        Func<T, bool> isDone,
        CancellationToken cancellationToken)
    {
        var start = timeProvider.GetTimestamp();
        while (true)
        {
            var answer = await call();
            if (isDone(answer))
            {
                return answer;
            }

            if (timeProvider.GetElapsedTime(start) > WaitLimit)
            {
                throw new AwsException("NotStabilized", $"The resource did not stabilize within {WaitLimit}.");
            }

            await Task.Delay(PollInterval, timeProvider, cancellationToken);
        }
    }
}
