using Amazon;
using Amazon.Extensions.NETCore.Setup;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using Amazon.S3;
using Microsoft.Extensions.Configuration;

namespace TelemetryAspire.ServiceDefaults;

/// <summary>Where AWS is and who we are there: endpoint, region and credentials from the configuration.</summary>
/// <remarks>
/// With a loopback endpoint (the embedded AWS, LocalStack) the region defaults to us-east-1 and the credentials to
/// "test", which such endpoints accept; anywhere else both must be configured, in any way the AWS SDK knows.
/// </remarks>
internal sealed class AwsConnection(IConfiguration configuration)
{
    private const string EndpointSetting = "AWS_ENDPOINT_URL";
    private const string LocalRegion = "us-east-1";

    /// <summary>Reads region, profile and credentials.</summary>
    internal AWSOptions ReadOptions()
    {
        var options = configuration.GetAWSOptions();
        options.Region ??= ConfiguredRegion();
        if (IsLocal(configuration[EndpointSetting]))
        {
            options.Region ??= RegionEndpoint.GetBySystemName(LocalRegion);
            options.Credentials ??= LocalCredentials();
        }

        return options;
    }

    /// <summary>Points one client at the configured endpoint; the client's own setting beats the general one.</summary>
    internal void Apply(ClientConfig client, AWSOptions options)
    {
        // ServiceId is how AWS names the variable: "Timestream Write" reads AWS_ENDPOINT_URL_TIMESTREAM_WRITE.
        var ownSetting = $"{EndpointSetting}_{client.ServiceId.Replace(' ', '_').ToUpperInvariant()}";
        var endpoint = configuration[ownSetting] ?? configuration[EndpointSetting];
        if (string.IsNullOrWhiteSpace(endpoint) || client.IgnoreConfiguredEndpointUrls)
        {
            return;
        }

        client.ServiceURL = endpoint;
        client.AuthenticationRegion = options.Region?.SystemName ?? LocalRegion;
        if (client is AmazonS3Config s3)
        {
            // bucket.localhost does not resolve everywhere; a path does.
            s3.ForcePathStyle = true;
        }
    }

    /// <summary>Finds what is missing before the first call does.</summary>
    /// <returns>One sentence per problem, none when the configuration is complete.</returns>
    internal IEnumerable<string> FindProblems()
    {
        var endpoint = configuration[EndpointSetting];
        if (!string.IsNullOrWhiteSpace(endpoint) && !Uri.TryCreate(endpoint, UriKind.Absolute, out _))
        {
            yield return $"{EndpointSetting} is '{endpoint}', which is not a URL such as http://localhost:4566.";
            yield break;
        }

        var options = ReadOptions();
        if (options.Region is null)
        {
            yield return "No AWS region is configured: set AWS_REGION (for example us-east-1), or the region of an AWS "
                + $"profile; for a local endpoint set {EndpointSetting} (for example http://localhost:4566).";
        }

        if (FindCredentialsProblem(options) is { } problem)
        {
            yield return "No AWS credentials are configured: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or "
                + $"AWS_PROFILE, or run where AWS provides a role. ({problem})";
        }
    }

    private static string? FindCredentialsProblem(AWSOptions options)
    {
        if (options.Credentials is not null)
        {
            return null;
        }

        try
        {
            _ = DefaultAWSCredentialsIdentityResolver.GetCredentials();
            return null;
        }
        catch (AmazonClientException exception)
        {
            return exception.Message;
        }
    }

    private static bool IsLocal(string? endpoint) =>
        Uri.TryCreate(endpoint, UriKind.Absolute, out var url) && url.IsLoopback;

    private BasicAWSCredentials LocalCredentials() => new(
        configuration["AWS_ACCESS_KEY_ID"] ?? "test",
        configuration["AWS_SECRET_ACCESS_KEY"] ?? "test");

    private RegionEndpoint? ConfiguredRegion()
    {
        var name = configuration["AWS_REGION"] ?? configuration["AWS_DEFAULT_REGION"];
        return string.IsNullOrWhiteSpace(name)
            ? FallbackRegionFactory.GetRegionEndpoint(includeInstanceMetadata: false)
            : RegionEndpoint.GetBySystemName(name);
    }
}
