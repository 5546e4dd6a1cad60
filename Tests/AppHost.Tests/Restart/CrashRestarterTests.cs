using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TelemetryAspire.AppHost.Restart;

namespace TelemetryAspire.AppHost.Tests.Restart;

public sealed class CrashRestarterTests
{
    private readonly FakeTimeProvider _clock = new();

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task A_resource_that_ends_by_itself_is_started_again_with_growing_waits(int exitCode)
    {
        await using var builder = NewBuilder();
        builder.AddExecutable("script", "/bin/sh", ".", "-c", $"exit {exitCode}").WithRestart();
        await using var application = await builder.StartedAsync();

        await application.LineAsync("script", $"Ended by itself with exit code {exitCode}; starts again in 1 s.");
        await _clock.AdvanceUntilAsync(
            application.LineAsync("script", $"Ended by itself with exit code {exitCode}; starts again in 2 s."));
        await _clock.AdvanceUntilAsync(
            application.LineAsync("script", $"Ended by itself with exit code {exitCode}; starts again in 4 s."));
    }

    [Fact]
    public async Task A_resource_with_a_wrong_setting_is_reported_once_and_not_started_again()
    {
        await using var builder = NewBuilder();
        builder.AddExecutable("script", "/bin/sh", ".", "-c", "exit 78").WithRestart();
        builder.AddExecutable("other", "/bin/sh", ".", "-c", "exit 1").WithRestart();
        await using var application = await builder.StartedAsync();

        await application.LineAsync("script", "A setting is wrong; the lines above say which (exit code 78).");

        await _clock.AdvanceUntilAsync(
            application.LineAsync("other", "Ended by itself with exit code 1; starts again in 8 s."));
        var ended = await application.UntilAsync("script", KnownResourceStates.Finished);
        Assert.True(application.ResourceNotifications.TryGetCurrentState(ended.ResourceId, out var now));
        Assert.Same(ended, now);
    }

    [Fact]
    public async Task A_restart_that_fails_is_tried_again()
    {
        using var folder = new TemporaryFolder();
        var program = Path.Combine(folder.Path, "program");
        File.CreateSymbolicLink(program, "/bin/sh");
        await using var builder = NewBuilder();
        builder.AddExecutable("script", program, ".", "-c", "exit 3").WithRestart();
        await using var application = await builder.StartedAsync();
        await application.LineAsync("script", "Ended by itself with exit code 3; starts again in 1 s.");

        File.Delete(program);
        await _clock.AdvanceUntilAsync(application.LineAsync("script", "Could not be launched; starts again in 2 s."));
        File.CreateSymbolicLink(program, "/bin/sh");

        await _clock.AdvanceUntilAsync(
            application.LineAsync("script", "Ended by itself with exit code 3; starts again in 4 s."));
        Assert.StartsWith(
            "Could not be started again: Resource 'script' did not start",
            await application.LineAsync("script", "Could not be started again"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_command_that_fails_is_logged_and_given_again()
    {
        await using var builder = NewBuilder();
        var script = builder.AddExecutable("script", "/bin/sh", ".", "-c", "exit 3").WithRestart();
        await using var application = await builder.StartedAsync();
        await application.LineAsync("script", "Ended by itself with exit code 3; starts again in 1 s.");
        var start = script.Resource.Annotations.OfType<ResourceCommandAnnotation>()
            .Single(command => command.Name == KnownResourceCommands.StartCommand);
        script.Resource.Annotations.Remove(start);

        await _clock.AdvanceUntilAsync(application.LineAsync("script", "Could not be started again: "));
        script.Resource.Annotations.Add(start);

        await _clock.AdvanceUntilAsync(
            application.LineAsync("script", "Ended by itself with exit code 3; starts again in 8 s."));
    }

    [Fact]
    public async Task A_killed_resource_is_another_process_afterwards()
    {
        await using var builder = NewBuilder();
        builder.AddExecutable("script", "/bin/sh", ".", "-c", "sleep 60").WithRestart();
        await using var application = await builder.StartedAsync();
        var first = ProcessIdOf((await application.UntilAsync("script", KnownResourceStates.Running)).Snapshot);

        using (var process = Process.GetProcessById(first))
        {
            process.Kill();
        }

        var again = application.UntilAsync(
            "script", snapshot =>
                snapshot.State?.Text == KnownResourceStates.Running && ProcessIdOf(snapshot) != first);
        await application.LineAsync("script", "Ended by itself with exit code 137");
        await _clock.AdvanceUntilAsync(again);
    }

    [Fact]
    public async Task Nothing_starts_before_the_wait_is_over()
    {
        await using var builder = NewBuilder();
        builder.AddExecutable("script", "/bin/sh", ".", "-c", "exit 3").WithRestart();
        await using var application = await builder.StartedAsync();

        await application.LineAsync("script", "Ended by itself");

        var ended = await application.UntilAsync("script", KnownResourceStates.Finished);
        Assert.True(application.ResourceNotifications.TryGetCurrentState(ended.ResourceId, out var now));
        Assert.Equal(KnownResourceStates.Finished, now.Snapshot.State?.Text);
    }

    [Fact]
    public async Task A_users_stop_is_respected()
    {
        await using var builder = NewBuilder();
        builder.AddExecutable("script", "/bin/sh", ".", "-c", "sleep 60").WithRestart();
        builder.AddExecutable("other", "/bin/sh", ".", "-c", "exit 1").WithRestart();
        await using var application = await builder.StartedAsync();
        await application.UntilAsync("script", KnownResourceStates.Running);

        await application.ResourceCommands.ExecuteCommandAsync(
            "script", KnownResourceCommands.StopCommand, Sample.Cancellation);

        // The other resource crashes on and on meanwhile, so restarting is at work.
        await _clock.AdvanceUntilAsync(
            application.LineAsync("other", "Ended by itself with exit code 1; starts again in 8 s."));
        var stopped = await application.UntilAsync("script", KnownResourceStates.Finished);
        Assert.True(application.ResourceNotifications.TryGetCurrentState(stopped.ResourceId, out var now));
        Assert.Equal(KnownResourceStates.Finished, now.Snapshot.State?.Text);
    }

    [Fact]
    public async Task A_resource_without_restart_stays_down()
    {
        await using var builder = NewBuilder();
        builder.AddExecutable("once", "/bin/sh", ".", "-c", "exit 1");
        builder.AddExecutable("other", "/bin/sh", ".", "-c", "exit 1").WithRestart();
        await using var application = await builder.StartedAsync();

        await _clock.AdvanceUntilAsync(
            application.LineAsync("other", "Ended by itself with exit code 1; starts again in 8 s."));

        var once = await application.UntilAsync("once", KnownResourceStates.Finished);
        Assert.True(application.ResourceNotifications.TryGetCurrentState(once.ResourceId, out var now));
        Assert.Same(once, now);
    }

    private static int ProcessIdOf(CustomResourceSnapshot snapshot) =>
        int.Parse((string)snapshot.Properties.Single(property => property.Name == "executable.pid").Value!, null);

    private IDistributedApplicationTestingBuilder NewBuilder()
    {
        var builder = DistributedApplicationTestingBuilder.Create();
        builder.Services.AddSingleton<TimeProvider>(_clock);
        return builder;
    }
}
