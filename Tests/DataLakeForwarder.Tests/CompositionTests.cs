using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TelemetryAspire.FunctionHost;
using TelemetryAspire.ServiceDefaults;

namespace TelemetryAspire.DataLakeForwarder.Tests;

/// <summary>The DataLakeForwarder's parts fit together.</summary>
public sealed class CompositionTests
{
    [Fact]
    public async Task Everything_the_function_needs_is_registered()
    {
        using var host = Build();
        await using var scope = host.Services.CreateAsyncScope();

        Assert.NotNull(ActivatorUtilities.CreateInstance<ForwardTelemetry>(scope.ServiceProvider));
    }

    [Theory]
    [InlineData("Forwarder:MaxAttempts", "0")]
    [InlineData("Forwarder:ResendDelay", "00:01:00")]
    [InlineData("Forwarder:Prefix", "telemetry")]
    public void A_value_that_cannot_work_is_refused_by_its_key(string key, string value)
    {
        using var host = Build($"--{key}={value}");

        var error = Assert.Throws<OptionsValidationException>(
            () => host.Services.GetRequiredService<IOptions<ForwarderOptions>>().Value);

        Assert.Contains(key, error.Message, StringComparison.Ordinal);
    }

    private static Microsoft.Extensions.Hosting.IHost Build(params string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(["--AWS_ENDPOINT_URL=http://127.0.0.1:1", .. args]);
        builder.AddServiceDefaults();
        builder.AddDataLakeForwarder();
        return builder.Build();
    }
}
