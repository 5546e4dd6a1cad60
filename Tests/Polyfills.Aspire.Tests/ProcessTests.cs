using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace TelemetryAspire.Polyfills.Aspire.Tests;

public sealed class ProcessTests
{
    [Fact]
    public async Task A_process_that_ends_is_finished_with_its_exit_code()
    {
        await using var builder = Sample.NewBuilder();
        builder.AddScript("script", "exit 7");
        await using var application = await builder.StartedAsync();

        var ended = await application.UntilAsync("script", KnownResourceStates.Finished);

        Assert.Equal(7, ended.Snapshot.ExitCode);
        Assert.NotNull(ended.Snapshot.StopTimeStamp);
    }

    [Fact]
    public async Task Both_outputs_become_lines_of_the_resources_log()
    {
        await using var builder = Sample.NewBuilder();
        builder.AddScript("script", "echo out; echo err >&2; printf unfinished");
        await using var application = await builder.StartedAsync();

        await application.UntilAsync("script", KnownResourceStates.Finished);

        var lines = await application.LinesAsync("script");
        Assert.Contains(lines, line => line is { Content: "out", IsErrorMessage: false });
        Assert.Contains(lines, line => line is { Content: "err", IsErrorMessage: true });
        Assert.Contains(lines, line => line is { Content: "unfinished", IsErrorMessage: false });
    }

    [Fact]
    public async Task Arguments_and_variables_arrive_character_by_character()
    {
        const string Odd = """a 'b' "c" $d `e` \f *  ünï""";
        await using var builder = Sample.NewBuilder();
        builder.AddScript("script", "printf 'got %s|%s\\n' \"$1\" \"$ODD\"", Odd).WithEnvironment("ODD", Odd);
        await using var application = await builder.StartedAsync();

        Assert.Equal($"got {Odd}|{Odd}", await application.LineAsync("script", "got"));
    }

    [Fact]
    public async Task The_published_process_id_is_that_of_the_program_itself()
    {
        await using var builder = Sample.NewBuilder();
        builder.AddScript("script", "echo pid $$; sleep 60");
        await using var application = await builder.StartedAsync();

        var running = await application.UntilAsync("script", KnownResourceStates.Running);

        Assert.Equal($"pid {running.ProcessIdOf()}", await application.LineAsync("script", "pid"));
    }

    [Fact]
    public async Task A_killed_process_is_finished_with_the_number_of_the_signal()
    {
        await using var builder = Sample.NewBuilder();
        builder.AddScript("script", "sleep 60");
        await using var application = await builder.StartedAsync();
        var running = await application.UntilAsync("script", KnownResourceStates.Running);

        Processes.Kill(running.ProcessIdOf());

        var ended = await application.UntilAsync("script", KnownResourceStates.Finished);
        Assert.Equal(128 + 9, ended.Snapshot.ExitCode);
    }

    [Fact]
    public async Task What_a_process_started_ends_with_it()
    {
        await using var builder = Sample.NewBuilder();
        builder.AddScript("script", "sh -c 'trap \"\" TERM; echo child $$; while :; do sleep 1; done' & sleep 60");
        await using var application = await builder.StartedAsync();
        var child = int.Parse((await application.LineAsync("script", "child"))["child ".Length..], null);
        var running = await application.UntilAsync("script", KnownResourceStates.Running);

        Processes.Kill(running.ProcessIdOf());

        await Processes.UntilGoneAsync([child], Sample.Limit);
    }

    [Fact]
    public async Task The_stop_command_asks_a_process_to_end()
    {
        await using var builder = Sample.NewBuilder();
        builder.AddScript("script", "trap 'echo asked; exit 0' TERM; echo ready; while :; do sleep 0.05; done");
        await using var application = await builder.StartedAsync();
        await application.LineAsync("script", "ready");

        var result = await application.ResourceCommands.ExecuteCommandAsync(
            "script", KnownResourceCommands.StopCommand, Sample.Cancellation);

        Assert.True(result.Success, result.Message);
        Assert.Equal("asked", await application.LineAsync("script", "asked"));
        var ended = await application.UntilAsync("script", KnownResourceStates.Finished);
        Assert.Equal(0, ended.Snapshot.ExitCode);
    }

    [Fact]
    public async Task A_process_that_does_not_end_when_asked_is_killed()
    {
        var clock = new FakeTimeProvider();
        await using var builder = Sample.NewBuilder();
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.AddScript("script", "trap 'echo asked' TERM; echo ready; while :; do sleep 0.05; done");
        await using var application = await builder.StartedAsync();
        await application.LineAsync("script", "ready");

        var stop = application.ResourceCommands.ExecuteCommandAsync(
            "script", KnownResourceCommands.StopCommand, Sample.Cancellation);
        await application.LineAsync("script", "asked");
        Assert.False(stop.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(15));

        await stop.WaitAsync(Sample.Limit, Sample.Cancellation);
        var ended = await application.UntilAsync("script", KnownResourceStates.Finished);
        Assert.Equal(128 + 9, ended.Snapshot.ExitCode);
        Assert.StartsWith(
            "Did not end within 15 s", await application.LineAsync("script", "Did not"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restart_is_another_process_at_the_same_url()
    {
        await using var builder = Sample.NewBuilder();
        builder.AddService("service").WithHttpHealthCheck("/health");
        await using var application = await builder.StartedAsync();
        var first = (await application.UntilHealthyAsync("service")).ProcessIdOf();
        var url = application.GetEndpoint("service");

        await application.ResourceCommands.ExecuteCommandAsync(
            "service", KnownResourceCommands.RestartCommand, Sample.Cancellation);

        var second = await application.UntilHealthyAsync("service");
        Assert.NotEqual(first, second.ProcessIdOf());
        Assert.Equal(url, application.GetEndpoint("service"));
        Assert.Equal([Path.GetDirectoryName(Sample.ServiceProject)!], await application.AskAsync("service", "/folder"));
    }

    [Fact]
    public async Task A_start_while_handlers_of_the_last_end_are_busy_is_a_start()
    {
        var busy = new TaskCompletionSource();
        await using var builder = Sample.NewBuilder();
        builder.AddScript("script", "sleep 60").OnResourceStopped((_, _, _) => busy.Task);
        await using var application = await builder.StartedAsync();
        var first = (await application.UntilAsync("script", KnownResourceStates.Running)).ProcessIdOf();
        Processes.Kill(first);
        await application.UntilAsync("script", KnownResourceStates.Finished);

        var result = await application.ResourceCommands.ExecuteCommandAsync(
            "script", KnownResourceCommands.StartCommand, Sample.Cancellation);

        Assert.True(result.Success, result.Message);
        var second = await application.UntilAsync("script", KnownResourceStates.Running);
        Assert.NotEqual(first, second.ProcessIdOf());
        busy.SetResult();
    }

    [Fact]
    public async Task A_project_that_is_not_built_says_what_to_do()
    {
        using var folder = new TemporaryFolder();
        var project = folder.Write(
            "NotBuilt.csproj",
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
            </Project>
            """);
        await using var builder = Sample.NewBuilder();
        builder.AddProject("service", project);
        await using var application = await builder.StartedAsync();

        await application.UntilAsync("service", KnownResourceStates.FailedToStart);

        var failure = await application.LineAsync("service", "Failed to start:");
        Assert.EndsWith("Run 'dotnet build' first.", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopping_ends_users_of_a_resource_before_the_resource()
    {
        const string Script = "trap 'echo stopped; exit 0' TERM; echo ready; while :; do sleep 0.05; done";
        await using var builder = Sample.NewBuilder();
        var ended = new List<string>();
        var database = Record(builder.AddScript("database", Script));
        var api = Record(builder.AddScript("api", Script).WaitFor(database));
        Record(builder.AddScript("web", Script).WaitFor(api));
        await using var application = await builder.StartedAsync();
        await application.LineAsync("web", "ready");

        await application.StopAsync(Sample.Cancellation).WaitAsync(Sample.Limit, Sample.Cancellation);

        Assert.Equal(["web", "api", "database"], ended);

        IResourceBuilder<ExecutableResource> Record(IResourceBuilder<ExecutableResource> resource) =>
            resource.OnResourceStopped((stopped, _, _) =>
            {
                ended.Add(stopped.Name);
                return Task.CompletedTask;
            });
    }

    [Fact]
    public async Task Nothing_is_left_when_an_application_is_disposed_without_a_stop()
    {
        await using var builder = Sample.NewBuilder();
        builder.AddScript("script", "sleep 60");
        int process;
        await using (var application = await builder.StartedAsync())
        {
            process = (await application.UntilAsync("script", KnownResourceStates.Running)).ProcessIdOf();
        }

        Assert.Throws<ArgumentException>(() => Process.GetProcessById(process));
    }
}
