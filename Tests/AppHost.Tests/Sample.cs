using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace TelemetryAspire.AppHost.Tests;

/// <summary>Applications of one test, and what tests wait for.</summary>
internal static class Sample
{
    /// <summary>More than anything here takes on a busy machine; only a failing test waits this long.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The product's AppHost on a free port and a folder of the test's.</summary>
    public static Task<IDistributedApplicationTestingBuilder> AppHostAsync(
        string dataDirectory, params string[] args) =>
        DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(
            ["--LocalAws:Port=0", $"--LocalAws:DataDirectory={dataDirectory}", .. args], Cancellation);

    public static async Task<DistributedApplication> StartedAsync(this IDistributedApplicationTestingBuilder builder)
    {
        // What a test needs of the logs it reads from the resources; the rest would only fill the console.
        builder.Services.AddLogging(logging => logging.ClearProviders());
        var application = await builder.BuildAsync(Cancellation);
        await application.StartAsync(Cancellation).WaitAsync(Limit, Cancellation);
        return application;
    }

    public static Task<ResourceEvent> UntilAsync(
        this DistributedApplication application, string name, Func<CustomResourceSnapshot, bool> condition) =>
        application.ResourceNotifications
            .WaitForResourceAsync(name, change => condition(change.Snapshot), Cancellation)
            .WaitAsync(Limit, Cancellation);

    public static Task<ResourceEvent> UntilAsync(this DistributedApplication application, string name, string state) =>
        application.UntilAsync(name, snapshot => snapshot.State?.Text == state);

    /// <summary>The first line of a resource's log that begins with a text.</summary>
    public static async Task<string> LineAsync(this DistributedApplication application, string name, string beginning)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(Limit);
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

    /// <summary>Lets virtual time pass until something has happened, whoever sets timers meanwhile.</summary>
    public static async Task AdvanceUntilAsync(this FakeTimeProvider clock, Task happened)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(Limit);
        while (!happened.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, limit.Token);
        }

        await happened;
    }
}
