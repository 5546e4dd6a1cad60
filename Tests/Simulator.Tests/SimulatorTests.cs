using System.Globalization;
using Amazon.Kinesis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TelemetryAspire.FunctionHost;
using TelemetryAspire.ServiceDefaults;
using TelemetryAspire.Simulator.Tests.Kinesis;
using TelemetryAspire.TestKit;

namespace TelemetryAspire.Simulator.Tests;

public sealed class SimulatorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_fleet_produces_to_the_stream_that_the_settings_name()
    {
        using var stream = new ScriptedStream();
        using var host = Build(stream, "--Telemetry:StreamName=elsewhere", "--Simulator:Devices=3");

        await host.StartAsync(Cancellation);
        await Eventually.UntilAsync(() => !stream.Taken.IsEmpty);
        await host.StopAsync(Cancellation);

        Assert.All(stream.Names, name => Assert.Equal("elsewhere", name));
    }

    [Fact]
    public async Task A_fleet_that_began_in_the_past_catches_up_at_once()
    {
        using var stream = new ScriptedStream();
        var start = TimeProvider.System.GetUtcNow().AddMinutes(-1).ToString("O", CultureInfo.InvariantCulture);
        using var host = Build(stream, "--Simulator:Devices=10", $"--Simulator:StartTime={start}");

        await host.StartAsync(Cancellation);
        await Eventually.UntilAsync(() => stream.Taken.Count >= 10 * 12);
        await host.StopAsync(Cancellation);
    }

    [Fact]
    public async Task A_stop_does_not_wait_for_room_in_the_buffer_while_the_stream_is_down()
    {
        using var stream = new ScriptedStream();
        stream.Gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var start = TimeProvider.System.GetUtcNow().AddHours(-1).ToString("O", CultureInfo.InvariantCulture);
        using var host = Build(
            stream,
            $"--Simulator:StartTime={start}",
            "--Simulator:Producer:BufferRecords=10",
            "--Simulator:Producer:DrainTimeout=00:00:00");
        await host.StartAsync(Cancellation);
        await Eventually.UntilAsync(() => !stream.Calls.IsEmpty);

        // Far above what it takes, and below the host's shutdown timeout of 30 s.
        await host.StopAsync(Cancellation).WaitAsync(TimeSpan.FromSeconds(15), Cancellation);

        Assert.Empty(stream.Taken);
    }

    [Fact]
    public void A_fleet_is_off_while_a_file_is_replayed_unless_its_size_is_set()
    {
        var options = new SimulatorOptions();
        Assert.Equal(50, options.FleetSize);

        options.Replay.File = "messages.jsonl";
        Assert.Equal(0, options.FleetSize);

        options.Devices = 7;
        Assert.Equal(7, options.FleetSize);
    }

    [Theory]
    [InlineData("--Simulator:Replay:File=/does/not/exist.jsonl", "Simulator:Replay:File: there is no file")]
    [InlineData("--Simulator:Replay:TimeField=$.a..b", "Simulator:Replay:TimeField: '$.a..b' has an empty name")]
    [InlineData("--Simulator:Replay:PartitionKeyField=$.a.*", "Simulator:Replay:PartitionKeyField: '$.a.*' has '*'")]
    [InlineData("--Simulator:Faults:Offline:Longest=01:00:00", "Simulator:Faults:Offline: Shortest")]
    [InlineData("--Simulator:Faults:AnomalyChance=2", "AnomalyChance")]
    [InlineData("--Simulator:Devises=7", "Devises")]
    public async Task A_setting_that_cannot_work_ends_the_start_with_its_name(string argument, string expected)
    {
        using var stream = new ScriptedStream();
        using var host = Build(stream, argument);

        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => host.StartAsync(Cancellation));

        Assert.Contains(expected, thrown.Message);
        Assert.True(thrown is OptionsValidationException or InvalidOperationException);
    }

    private static IHost Build(ScriptedStream stream, params string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        builder.Configuration["Simulator:Schedule"] = "00:00:01";
        builder.Configuration["Telemetry:StreamName"] ??= "KinesisTimestreamEvents";
        builder.AddServiceDefaults();
        builder.AddSimulator();
        builder.Services.AddSingleton<IAmazonKinesis>(stream);
        return builder.Build();
    }
}
