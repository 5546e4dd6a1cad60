namespace TelemetryAspire.Polyfills.Aspire.Tests;

public sealed class CommandTests
{
    [Fact]
    public async Task A_command_of_ones_own_runs_and_answers()
    {
        await using var builder = Sample.NewBuilder();
        builder.AddScript("script", "sleep 60").WithCommand(
            "drain", "Drain", context => Task.FromResult(CommandResults.Success($"drained {context.ResourceName}")));
        await using var application = await builder.StartedAsync();

        var result = await application.ResourceCommands.ExecuteCommandAsync("script", "drain", Sample.Cancellation);

        Assert.True(result.Success);
        Assert.StartsWith("drained script-", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_that_throws_is_a_failure_with_the_message()
    {
        await using var builder = Sample.NewBuilder();
        builder.AddScript("script", "sleep 60").WithCommand(
            "drain", "Drain", _ => throw new InvalidOperationException("stuck"));
        await using var application = await builder.StartedAsync();

        var result = await application.ResourceCommands.ExecuteCommandAsync("script", "drain", Sample.Cancellation);

        Assert.False(result.Success);
        Assert.Equal("stuck", result.Message);
    }

    [Fact]
    public async Task An_unknown_command_or_resource_is_a_failure()
    {
        await using var builder = Sample.NewBuilder();
        builder.AddScript("script", "sleep 60");
        await using var application = await builder.StartedAsync();

        Assert.False(
            (await application.ResourceCommands.ExecuteCommandAsync("script", "dance", Sample.Cancellation)).Success);
        Assert.False(
            (await application.ResourceCommands.ExecuteCommandAsync("nobody", "start", Sample.Cancellation)).Success);
    }

    [Fact]
    public async Task Start_is_offered_to_what_is_down_and_stop_to_what_runs()
    {
        await using var builder = Sample.NewBuilder();
        builder.AddScript("script", "sleep 60").WithExplicitStart();
        await using var application = await builder.StartedAsync();

        var down = await application.UntilAsync("script", KnownResourceStates.NotStarted);
        Assert.Equal(["start"], Enabled(down));
        await application.ResourceCommands.ExecuteCommandAsync("script", "start", Sample.Cancellation);

        var running = await application.UntilAsync("script", KnownResourceStates.Running);
        Assert.Equal(["stop", "restart"], Enabled(running));
    }

    private static IEnumerable<string> Enabled(ResourceEvent change) => change.Snapshot.Commands
        .Where(command => command.State == ResourceCommandState.Enabled).Select(command => command.Name);
}
