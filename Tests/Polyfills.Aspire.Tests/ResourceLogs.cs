using Microsoft.Extensions.DependencyInjection;

namespace TelemetryAspire.Polyfills.Aspire.Tests;

/// <summary>Waits for lines of a resource's log.</summary>
internal static class ResourceLogs
{
    /// <summary>The first line of a resource's log that begins with a text.</summary>
    public static async Task<string> LineAsync(this DistributedApplication application, string name, string beginning)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Sample.Cancellation);
        limit.CancelAfter(Sample.Limit);
        var logs = application.Services.GetRequiredService<ResourceLoggerService>();
        await foreach (var lines in logs.WatchAsync(name).WithCancellation(limit.Token))
        {
            var line = lines.FirstOrDefault(one => one.Content.StartsWith(beginning, StringComparison.Ordinal));
            if (line.Content is { } found)
            {
                return found;
            }
        }

        throw new InvalidOperationException(
            $"The log of '{name}' ended without a line that begins with '{beginning}'.");
    }

    /// <summary>Every line of a resource's log so far.</summary>
    public static async Task<IReadOnlyList<LogLine>> LinesAsync(this DistributedApplication application, string name)
    {
        var all = new List<LogLine>();
        await foreach (var lines in application.Services.GetRequiredService<ResourceLoggerService>().GetAllAsync(name))
        {
            all.AddRange(lines);
        }

        return all;
    }
}
