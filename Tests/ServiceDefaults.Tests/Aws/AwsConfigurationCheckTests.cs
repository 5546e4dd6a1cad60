using Amazon.Kinesis;
using Amazon.Runtime;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace TelemetryAspire.ServiceDefaults.Tests.Aws;

public sealed class AwsConfigurationCheckTests
{
    [Fact]
    public async Task A_start_without_region_and_credentials_fails_with_both_reasons()
    {
        using var host = Build([]);

        var error = await Assert.ThrowsAsync<OptionsValidationException>(
            () => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains("AWS_REGION", error.Message, StringComparison.Ordinal);
        Assert.Contains("AWS_ACCESS_KEY_ID", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_with_a_local_endpoint_succeeds()
    {
        using var host = Build(new() { ["AWS_ENDPOINT_URL"] = "http://localhost:4566" });

        await host.StartAsync(TestContext.Current.CancellationToken);
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task An_unknown_setting_is_named()
    {
        using var host = Build(new()
        {
            ["AWS_ENDPOINT_URL"] = "http://localhost:4566",
            ["AwsClients:MaxAttemts"] = "5",
        });

        var error = await Assert.ThrowsAsync<OptionsValidationException>(
            () => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains("Setting AwsClients:MaxAttemts is unknown", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_out_of_range_is_named()
    {
        using var host = Build(new()
        {
            ["AWS_ENDPOINT_URL"] = "http://localhost:4566",
            ["AwsClients:MaxAttempts"] = "0",
        });

        var error = await Assert.ThrowsAsync<OptionsValidationException>(
            () => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains("MaxAttempts", error.Message, StringComparison.Ordinal);
    }

    private static IHost Build(Dictionary<string, string?> settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(settings);

        // Nothing is found outside of the settings, whatever the machine of the test knows.
        builder.Services.AddSingleton(new AwsConnection(
            builder.Configuration, () => null, _ => throw new AmazonClientException("None.")));
        builder.AddAwsClient<IAmazonKinesis>();
        return builder.Build();
    }
}
