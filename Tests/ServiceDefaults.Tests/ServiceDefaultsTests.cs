using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using TelemetryAspire.ServiceDefaults.Tests.Aws;
using TelemetryAspire.TestKit;

namespace TelemetryAspire.ServiceDefaults.Tests;

public sealed class ServiceDefaultsTests
{
    [Fact]
    public void Activities_of_our_sources_are_recorded()
    {
        using var host = Build();
        using var source = new ActivitySource("TelemetryAspire.Anything");
        using var stranger = new ActivitySource("Somebody.Else");

        host.Services.GetRequiredService<TracerProvider>();

        Assert.True(source.HasListeners());
        Assert.False(stranger.HasListeners());
    }

    [Fact]
    public void Instruments_of_our_meters_are_collected()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.AddServiceDefaults();
        builder.Services.ConfigureOpenTelemetryMeterProvider(metrics => metrics.AddReader(new Reader()));
        using var host = builder.Build();
        using var meter = new Meter("TelemetryAspire.Anything");
        var instrument = meter.CreateCounter<long>("telemetry.anything");

        host.Services.GetRequiredService<MeterProvider>();

        Assert.True(instrument.Enabled);
    }

    [Fact]
    public async Task Telemetry_is_exported_where_an_endpoint_is_set()
    {
        await using var collector = await FakeEndpoint.StartAsync(TestContext.Current.CancellationToken);
        var paths = new ConcurrentBag<string>();
        collector.Answer = context =>
        {
            paths.Add(context.Request.Path);
            return Task.CompletedTask;
        };
        using var host = Build(
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Url), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"));
        using var source = new ActivitySource("TelemetryAspire.Exported");

        var traces = host.Services.GetRequiredService<TracerProvider>();
        // The exporter gives an export up that takes long, as on a busy machine, and goes on with the next.
        await Eventually.UntilAsync(() =>
        {
            source.StartActivity("work")?.Dispose();
            traces.ForceFlush();
            return paths.Contains("/v1/traces");
        });
    }

    [Fact]
    public void The_console_writes_one_line_with_the_time()
    {
        using var host = Build();

        var format = host.Services.GetRequiredService<IOptionsMonitor<SimpleConsoleFormatterOptions>>().CurrentValue;

        Assert.True(format.SingleLine);
        Assert.Equal("HH:mm:ss.fff ", format.TimestampFormat);
    }

    [Fact]
    public void A_setting_of_the_user_beats_the_default()
    {
        using var host = Build(
            ("Logging:Console:FormatterOptions:SingleLine", "false"), ("Logging:LogLevel:Polly", "Debug"));

        var format = host.Services.GetRequiredService<IOptionsMonitor<SimpleConsoleFormatterOptions>>().CurrentValue;
        var polly = host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Polly");

        Assert.False(format.SingleLine);
        Assert.True(polly.IsEnabled(LogLevel.Debug));
    }

    [Theory]
    [InlineData("System.Net.Http.HttpClient.x")]
    [InlineData("Microsoft.Hosting.Lifetime")]
    public void Lines_that_say_nothing_new_are_not_written(string category)
    {
        using var host = Build();

        var logger = host.Services.GetRequiredService<ILoggerFactory>().CreateLogger(category);

        Assert.False(logger.IsEnabled(LogLevel.Information));
        Assert.True(logger.IsEnabled(LogLevel.Warning));
    }

    private static IHost Build(params (string Key, string? Value)[] settings)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(
            settings.ToDictionary(setting => setting.Key, setting => setting.Value));
        builder.AddServiceDefaults();
        return builder.Build();
    }

    /// <summary>A provider without a reader collects nothing.</summary>
    private sealed class Reader : MetricReader;
}
