using Amazon;
using Amazon.Extensions.NETCore.Setup;
using Amazon.Runtime;
using Amazon.S3;
using Microsoft.Extensions.Configuration;

namespace TelemetryAspire.ServiceDefaults;

/// <summary>Where AWS is and who we are there: endpoint, region and credentials from the configuration.</summary>
/// <remarks>
/// With a loopback endpoint (the embedded AWS, LocalStack) the region defaults to us-east-1 and the credentials to
/// "test", which such endpoints accept; anywhere else both must be configured, in any way the AWS SDK knows.
/// </remarks>
internal sealed class AwsConnection
{
    private const string EndpointSetting = "AWS_ENDPOINT_URL";
    private const string LocalRegion = "us-east-1";

    private readonly IConfiguration _configuration;
    private readonly Func<RegionEndpoint?> _findRegion;
    private readonly Func<AWSOptions, AWSCredentials> _findCredentials;

    /// <summary>Reads the configuration, and after it whatever else the AWS SDK knows: profiles, roles.</summary>
    internal AwsConnection(IConfiguration configuration)
        : this(
            configuration,
            () => FallbackRegionFactory.GetRegionEndpoint(includeInstanceMetadata: true),
            options => options.GetCredentials())
    {
    }

    /// <summary>Reads the configuration, and after it what the two functions find outside of it.</summary>
    internal AwsConnection(
        IConfiguration configuration,
        Func<RegionEndpoint?> findRegion,
        Func<AWSOptions, AWSCredentials> findCredentials)
    {
        _configuration = configuration;
        _findRegion = findRegion;
        _findCredentials = findCredentials;
    }

    /// <summary>Reads region, profile and credentials.</summary>
    internal AWSOptions ReadOptions()
    {
        var options = _configuration.GetAWSOptions();
        options.Region ??= ConfiguredRegion();
        if (IsLocal(_configuration[EndpointSetting]))
        {
            options.Region ??= RegionEndpoint.GetBySystemName(LocalRegion);
            options.Credentials ??= LocalCredentials();
        }

        options.Region ??= _findRegion();
        return options;
    }

    /// <summary>Points one client at the configured endpoint; the client's own setting beats the general one.</summary>
    internal void Apply(ClientConfig client, AWSOptions options)
    {
        // ServiceId is how AWS names the variable: "Timestream Write" reads AWS_ENDPOINT_URL_TIMESTREAM_WRITE.
        var ownSetting = $"{EndpointSetting}_{client.ServiceId.Replace(' ', '_').ToUpperInvariant()}";
        var endpoint = _configuration[ownSetting] ?? _configuration[EndpointSetting];
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
        var endpoint = _configuration[EndpointSetting];
        if (!string.IsNullOrWhiteSpace(endpoint) && !IsWebAddress(endpoint))
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

    private string? FindCredentialsProblem(AWSOptions options)
    {
        if (options.Credentials is not null)
        {
            return null;
        }

        try
        {
            _ = _findCredentials(options);
            return null;
        }
        catch (AmazonClientException exception)
        {
            return exception.Message.ReplaceLineEndings(" ");
        }
    }

    private static bool IsWebAddress(string endpoint) =>
        Uri.TryCreate(endpoint, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);

    private static bool IsLocal(string? endpoint) =>
        Uri.TryCreate(endpoint, UriKind.Absolute, out var url) && url.IsLoopback;

    private BasicAWSCredentials LocalCredentials() => new(
        _configuration["AWS_ACCESS_KEY_ID"] ?? "test",
        _configuration["AWS_SECRET_ACCESS_KEY"] ?? "test");

    private RegionEndpoint? ConfiguredRegion()
    {
        var name = _configuration["AWS_REGION"] ?? _configuration["AWS_DEFAULT_REGION"];
        return string.IsNullOrWhiteSpace(name) ? null : RegionEndpoint.GetBySystemName(name);
    }
}
