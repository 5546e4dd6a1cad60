using Amazon.Extensions.NETCore.Setup;
using Amazon.Runtime;
using LocalStack.Client.Extensions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TelemetryAspire.Settings;

namespace TelemetryAspire.ServiceDefaults;

/// <summary>Registers AWS clients for injection.</summary>
public static class AwsClientExtensions
{
    /// <summary>Registers <typeparamref name="TClient"/> (<c>IAmazonKinesis</c>, for one) as a singleton.</summary>
    /// <returns>The same builder.</returns>
    /// <remarks>
    /// Where <c>LocalStack:UseLocalStack</c> is true LocalStack.Client builds and configures the client, and only the
    /// retries of the SDK stand under it. Else the AWS SDK builds it, from <c>AWS_ENDPOINT_URL</c>, region, profile and
    /// credentials, with <see cref="AwsClientOptions"/>; a start without region or credentials fails with an
    /// <see cref="OptionsValidationException"/> that says so.
    /// </remarks>
    public static IHostApplicationBuilder AddAwsClient<TClient>(this IHostApplicationBuilder builder)
        where TClient : class, IAmazonService
    {
        if (builder.Configuration.GetValue<bool>("LocalStack:UseLocalStack"))
        {
            builder.Services.AddLocalStack(builder.Configuration);
            builder.Services.TryAddAwsService<TClient>();
            return builder;
        }

        builder.AddAwsConnection();

        var name = $"aws-{typeof(TClient).Name}";
        builder.Services.AddAwsHttpClient(name);
        builder.Services.TryAddAWSService<TClient>((client, services) => Configure(client, services, name));
        return builder;
    }

    private static void AddAwsConnection(this IHostApplicationBuilder builder)
    {
        if (builder.Services.Any(service => service.ImplementationType == typeof(AwsConfigurationCheck)))
        {
            return;
        }

        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.TryAddSingleton(new AwsConnection(builder.Configuration));
        builder.Services.TryAddDefaultAWSOptions(
            services => services.GetRequiredService<AwsConnection>().ReadOptions());
        builder.Services.AddSingleton<IValidateOptions<AwsClientOptions>, AwsClientOptionsValidator>();
        builder.Services.AddSingleton<IValidateOptions<AwsClientOptions>, AwsConfigurationCheck>();
        builder.Services.AddOptions<AwsClientOptions>()
            .BindKnown(AwsClientOptions.SectionName)
            .ValidateOnStart();
    }

    private static void Configure(ClientConfig client, IServiceProvider services, string httpClientName)
    {
        var options = services.GetRequiredService<IOptions<AwsClientOptions>>().Value;
        services.GetRequiredService<AwsConnection>().Apply(client, services.GetRequiredService<AWSOptions>());
        client.RetryMode = RequestRetryMode.Standard;
        client.MaxErrorRetry = options.MaxAttempts - 1;

        // By default the SDK makes ten more attempts, outside of its limit, after a dropped connection; .NET's own
        // handler already tries again where a pooled connection turns out to be stale.
        client.MaxStaleConnectionRetries = 0;
        client.HttpClientFactory = new AwsHttpClientFactory(
            services.GetRequiredService<IHttpClientFactory>(), httpClientName);
    }
}
