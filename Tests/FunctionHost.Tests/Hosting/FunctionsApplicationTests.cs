using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TelemetryAspire.FunctionHost.Tests.Hosting;

public sealed class FunctionsApplicationTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly FakeKinesis _stream = new(TimeProvider.System);

    [Fact]
    public void Settings_beside_the_program_are_found_wherever_it_is_started_from()
    {
        var builder = FunctionsApplication.CreateBuilder([]);

        Assert.Equal(
            AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar),
            builder.Environment.ContentRootPath.TrimEnd(Path.DirectorySeparatorChar));
    }

    [Fact]
    public void The_content_root_can_still_be_chosen() => Assert.Equal(
        _directory.FullName,
        FunctionsApplication.CreateBuilder([$"--contentRoot={_directory.FullName}"]).Environment.ContentRootPath);

    [Fact]
    public void The_command_line_wins_over_appsettings()
    {
        File.WriteAllText(_directory.File("appsettings.json"), """{"A":"file","B":"file"}""");

        var builder = FunctionsApplication.CreateBuilder([$"--contentRoot={_directory.FullName}", "--A=argument"]);

        Assert.Equal(("argument", "file"), (builder.Configuration["A"], builder.Configuration["B"]));
    }

    [Theory]
    [InlineData(
        "--FunctionHost:Nonsense=1", "Setting FunctionHost:Nonsense is unknown; the keys of FunctionHost are Checkpoint")]
    [InlineData(
        "--FunctionHost:DeadLetters:Nonsense=1",
        "Setting FunctionHost:DeadLetters:Nonsense is unknown; the keys of FunctionHost:DeadLetters are Bucket, Prefix.")]
    [InlineData("--FunctionHost:IdleReadInterval=often", "'FunctionHost:IdleReadInterval'")]
    [InlineData("--FunctionHost:IdleReadInterval=00:01:00", "IdleReadInterval")]
    [InlineData("--FunctionHost:DeadLetters:Bucket=x", "Bucket")]
    [InlineData("--FunctionHost:CheckpointDatabase=", "CheckpointDatabase")]
    public async Task A_setting_that_cannot_work_is_named_in_one_message(string argument, string named)
    {
        using var host = Build(argument);

        var exception = await Assert.ThrowsAnyAsync<Exception>(
            () => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.True(StartupErrors.TryDescribe(exception, out var message));
        Assert.Contains(named, message, StringComparison.Ordinal);
        Assert.Equal(78, StartupErrors.ExitCodeOf(exception));
    }

    [Fact]
    public void Broken_appsettings_are_a_configuration_error()
    {
        File.WriteAllText(_directory.File("appsettings.json"), """{"A":""");

        var exception = Assert.ThrowsAny<Exception>(
            () => FunctionsApplication.CreateBuilder([$"--contentRoot={_directory.FullName}"]));

        Assert.True(StartupErrors.TryDescribe(exception, out var message));
        Assert.Contains("appsettings.json", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_programming_error_keeps_its_stack_trace() =>
        Assert.False(StartupErrors.TryDescribe(new InvalidOperationException("oops"), out _));

    [Fact]
    public async Task A_missing_client_is_named()
    {
        var builder = NewBuilder();
        builder.AddFunction<SinkFunction>();
        using var host = builder.Build();

        var error = await Assert.ThrowsAsync<FunctionHostConfigurationException>(
            () => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains("IAmazonKinesis", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_worker_on_the_same_checkpoints_is_refused()
    {
        using var first = Build();
        await first.StartAsync(TestContext.Current.CancellationToken);
        using var second = Build();

        var error = await Assert.ThrowsAsync<FunctionHostConfigurationException>(
            () => second.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains("Another worker already runs Sink", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, StartupErrors.ExitCodeOf(error));
        await first.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Two_functions_of_one_name_are_refused()
    {
        var builder = NewBuilder();
        builder.AddFunction<SinkFunction>();
        builder.AddFunction<SinkFunction>();
        using var host = builder.Build();

        var error = await Assert.ThrowsAsync<FunctionHostConfigurationException>(
            () => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains(
            "'Sink' is used by SinkFunction.RunAsync and SinkFunction.RunAsync",
            error.Message,
            StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _stream.Dispose();
        _directory.Dispose();
    }

    private FunctionsApplicationBuilder NewBuilder(params string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(
            [$"--FunctionHost:CheckpointDatabase={_directory.File("checkpoints.db")}", .. args]);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(new Sink());
        return builder;
    }

    private IHost Build(params string[] args)
    {
        var builder = NewBuilder(args);
        builder.Services.AddSingleton<Amazon.Kinesis.IAmazonKinesis>(_stream);
        builder.Services.AddSingleton<IDeadLetterStore>(new InMemoryDeadLetterStore());
        builder.AddFunction<SinkFunction>();
        return builder.Build();
    }
}
