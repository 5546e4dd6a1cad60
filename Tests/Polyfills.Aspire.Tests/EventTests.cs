using Aspire.Hosting.Eventing;
using Microsoft.Extensions.DependencyInjection;

namespace TelemetryAspire.Polyfills.Aspire.Tests;

public sealed class EventTests
{
    [Fact]
    public async Task The_events_of_a_resource_come_in_their_order()
    {
        await using var builder = Sample.NewBuilder();
        var seen = new List<string>();
        builder.OnBeforeStart((_, _) => See("before start"));
        builder.AddScript("script", "exit 0").WithHttpEndpoint()
            .OnInitializeResource((_, _, _) => See("initialize"))
            .OnResourceEndpointsAllocated(
                (resource, _, _) => See($"endpoint {resource.GetEndpoint("http").IsAllocated}"))
            .OnBeforeResourceStarted((_, _, _) => See("before resource"))
            .OnResourceStopped((_, stopped, _) => See($"stopped {stopped.ResourceEvent.Snapshot.ExitCode}"));
        builder.Eventing.Subscribe<AfterResourcesCreatedEvent>((_, _) => Task.CompletedTask);
        await using var application = await builder.StartedAsync();

        await application.UntilAsync("script", KnownResourceStates.Finished);
        await application.StopAsync(Sample.Cancellation);

        Assert.Equal(["before start", "initialize", "endpoint True", "before resource", "stopped 0"], seen);

        Task See(string what)
        {
            seen.Add(what);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public void A_subscription_to_a_type_that_is_never_published_is_refused()
    {
        var eventing = new DistributedApplicationEventing();

        Assert.Throws<InvalidOperationException>(
            () => eventing.Subscribe<IDistributedApplicationEvent>((_, _) => Task.CompletedTask));
    }

    [Fact]
    public async Task An_event_reaches_only_subscribers_of_its_resource()
    {
        using var builder = Sample.NewBuilder();
        var one = builder.AddScript("one", "true");
        var other = builder.AddScript("other", "true");
        var seen = new List<string>();
        builder.Eventing.Subscribe<BeforeResourceStartedEvent>(one.Resource, (_, _) => See("one"));
        builder.Eventing.Subscribe<BeforeResourceStartedEvent>(other.Resource, (_, _) => See("other"));
        var ended = builder.Eventing.Subscribe<BeforeResourceStartedEvent>((_, _) => See("ended"));
        builder.Eventing.Unsubscribe(ended);
        await using var services = new ServiceCollection().BuildServiceProvider();

        await builder.Eventing.PublishAsync(
            new BeforeResourceStartedEvent(one.Resource, services), Sample.Cancellation);

        Assert.Equal(["one"], seen);

        Task See(string what)
        {
            seen.Add(what);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task A_watch_replays_the_last_snapshot_of_each_resource()
    {
        await using var builder = Sample.NewBuilder();
        builder.AddScript("script", "exit 4");
        await using var application = await builder.StartedAsync();
        await application.UntilAsync("script", KnownResourceStates.Finished);

        await foreach (var change in application.ResourceNotifications.WatchAsync(Sample.Cancellation))
        {
            Assert.Equal(4, change.Snapshot.ExitCode);
            break;
        }
    }

    [Fact]
    public async Task An_unchanged_snapshot_is_not_published_again()
    {
        await using var builder = Sample.NewBuilder();
        var custom = builder.AddResource(new Custom("custom"));
        await using var application = await builder.StartedAsync();
        var notifications = application.ResourceNotifications;
        await notifications.PublishUpdateAsync(custom.Resource, snapshot => snapshot with { State = "one" });
        Assert.True(notifications.TryGetCurrentState("custom", out var before));

        await notifications.PublishUpdateAsync(custom.Resource, snapshot => snapshot with { State = "one" });

        Assert.True(notifications.TryGetCurrentState("custom", out var after));
        Assert.Same(before, after);
    }

    private sealed class Custom(string name) : Resource(name);
}
