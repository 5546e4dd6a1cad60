using Microsoft.Extensions.Logging;

namespace TelemetryAspire.Polyfills.Aspire.Tests;

public sealed class WaitTests
{
    [Fact]
    public async Task WaitFor_holds_a_resource_back_until_the_other_is_healthy()
    {
        await using var builder = Sample.NewBuilder();
        var service = builder.AddService("service", "--sick").WithHttpHealthCheck("/health");
        builder.AddScript("script", "echo started").WaitFor(service);
        await using var application = await builder.StartedAsync();

        await application.UntilAsync("script", KnownResourceStates.Waiting);
        await application.LineAsync("service", "ready");
        await application.UntilAsync(
            "service", snapshot => snapshot.HealthReports.Any(report => report.Status is not null));
        Assert.Empty(await StartedLinesAsync(application));

        using var client = application.CreateHttpClient("service");
        await client.PostAsync(new Uri("/recover", UriKind.Relative), null, Sample.Cancellation);

        await application.LineAsync("script", "started");
    }

    [Fact]
    public async Task WaitFor_waits_for_the_ready_handlers_too()
    {
        await using var builder = Sample.NewBuilder();
        var handled = new TaskCompletionSource();
        var first = builder.AddScript("first", "sleep 60").OnResourceReady((_, _, _) => handled.Task);
        builder.AddScript("second", "echo started").WaitFor(first);
        await using var application = await builder.StartedAsync();

        await application.UntilAsync("first", KnownResourceStates.Running);
        await application.UntilAsync("second", KnownResourceStates.Waiting);
        Assert.Empty(await StartedLinesAsync(application, "second"));
        handled.SetResult();

        await application.LineAsync("second", "started");
    }

    [Fact]
    public async Task WaitForCompletion_goes_on_after_the_expected_exit_code()
    {
        await using var builder = Sample.NewBuilder();
        var migration = builder.AddScript("migration", "exit 3");
        builder.AddScript("script", "echo started").WaitForCompletion(migration, exitCode: 3);
        await using var application = await builder.StartedAsync();

        await application.LineAsync("script", "started");
    }

    [Fact]
    public async Task WaitForCompletion_fails_the_start_after_another_exit_code()
    {
        await using var builder = Sample.NewBuilder();
        var migration = builder.AddScript("migration", "exit 3");
        builder.AddScript("script", "echo started").WaitForCompletion(migration);
        await using var application = await builder.StartedAsync();

        await application.UntilAsync("script", KnownResourceStates.FailedToStart);

        var failure = await application.LineAsync("script", "Failed to start:");
        Assert.Contains("exit code '3', expected '0'", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_tests_a_wait_ends_when_the_other_failed_to_start()
    {
        await using var builder = Sample.NewBuilder();
        var broken = builder.AddExecutable("broken", "no-such-program", ".");
        builder.AddScript("script", "echo started").WaitFor(broken);
        await using var application = await builder.StartedAsync();

        await application.UntilAsync("script", KnownResourceStates.FailedToStart);

        var failure = await application.LineAsync("broken", "Failed to start:");
        Assert.Contains("'no-such-program' was not found", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_dashboard_a_wait_goes_on_when_the_other_failed_to_start()
    {
        await using var builder = DistributedApplicationTestingBuilder.Create(
            [], (options, _) => options.DisableDashboard = false);
        var broken = builder.AddExecutable("broken", "no-such-program", ".");
        builder.AddScript("script", "echo started").WaitFor(broken);
        await using var application = await builder.StartedAsync();

        await application.UntilAsync("broken", KnownResourceStates.FailedToStart);

        await application.UntilAsync("script", KnownResourceStates.Waiting);
    }

    [Fact]
    public async Task The_start_command_ends_a_wait()
    {
        await using var builder = Sample.NewBuilder();
        var never = builder.AddScript("never", "echo never").WithExplicitStart();
        builder.AddScript("script", "echo started").WaitFor(never);
        await using var application = await builder.StartedAsync();
        await application.UntilAsync("script", KnownResourceStates.Waiting);

        var result = await application.ResourceCommands.ExecuteCommandAsync(
            "script", KnownResourceCommands.StartCommand, Sample.Cancellation);

        Assert.True(result.Success, result.Message);
        await application.LineAsync("script", "started");
        await application.UntilAsync("never", KnownResourceStates.NotStarted);
    }

    [Fact]
    public void A_resource_cannot_wait_for_itself()
    {
        using var builder = Sample.NewBuilder();
        var script = builder.AddScript("script", "true");

        Assert.Throws<DistributedApplicationException>(() => script.WaitFor(script));
    }

    [Fact]
    public async Task A_custom_resource_takes_part_in_waits()
    {
        await using var builder = Sample.NewBuilder();
        var custom = builder.AddResource(new Custom("custom")).OnInitializeResource(async (resource, started, token) =>
        {
            await started.Eventing.PublishAsync(new BeforeResourceStartedEvent(resource, started.Services), token);
            started.Logger.LogInformation("made");
            await started.Notifications.PublishUpdateAsync(
                resource, snapshot => snapshot with { State = KnownResourceStates.Running });
        });
        builder.AddScript("script", "echo started").WaitFor(custom);
        await using var application = await builder.StartedAsync();

        await application.LineAsync("script", "started");
        Assert.Equal("made", await application.LineAsync("custom", "made"));
    }

    [Fact]
    public async Task A_custom_resource_that_throws_fails_to_start_and_says_why()
    {
        await using var builder = Sample.NewBuilder();
        builder.AddResource(new Custom("custom")).OnInitializeResource(
            (_, _, _) => throw new DistributedApplicationException("the stack was refused"));
        await using var application = await builder.StartedAsync();

        await application.UntilAsync("custom", KnownResourceStates.FailedToStart);

        Assert.Equal("Failed to start: the stack was refused", await application.LineAsync("custom", "Failed"));
    }

    private static async Task<IEnumerable<LogLine>> StartedLinesAsync(
        DistributedApplication application, string name = "script") =>
        (await application.LinesAsync(name)).Where(line => line.Content == "started");

    private sealed class Custom(string name) : Resource(name), IResourceWithWaitSupport;
}
