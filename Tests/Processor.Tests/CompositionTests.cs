using Microsoft.Extensions.DependencyInjection;
using TelemetryAspire.FunctionHost;
using TelemetryAspire.ServiceDefaults;
using TelemetryAspire.Telemetry;

namespace TelemetryAspire.Processor.Tests;

/// <summary>The Processor's parts fit together.</summary>
public sealed class CompositionTests
{
    [Fact]
    public async Task Everything_the_function_needs_is_registered()
    {
        var builder = FunctionsApplication.CreateBuilder(["--AWS_ENDPOINT_URL=http://127.0.0.1:1"]);
        builder.AddServiceDefaults();
        builder.AddProcessor();
        using var host = builder.Build();
        await using var scope = host.Services.CreateAsyncScope();

        Assert.NotNull(ActivatorUtilities.CreateInstance<ProcessTelemetry>(scope.ServiceProvider));
    }

    [Fact]
    public void The_mapping_of_the_settings_is_the_one_that_reads()
    {
        var builder = FunctionsApplication.CreateBuilder(
            ["--AWS_ENDPOINT_URL=http://127.0.0.1:1", "--Telemetry:Mapping:Time:Path=ts"]);
        builder.AddServiceDefaults();
        builder.AddProcessor();
        using var host = builder.Build();

        var mapper = host.Services.GetRequiredService<ReadingMapper>();

        Assert.True(mapper.TryMap("""{"ts":1,"DeviceID":"d","t_measure":1}"""u8, out _, out _));
    }
}
