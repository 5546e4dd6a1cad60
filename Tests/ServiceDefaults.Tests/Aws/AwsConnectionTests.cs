using Amazon;
using Amazon.Kinesis;
using Amazon.Runtime;
using Microsoft.Extensions.Configuration;

namespace TelemetryAspire.ServiceDefaults.Tests.Aws;

public sealed class AwsConnectionTests
{
    private readonly Dictionary<string, string?> _settings = [];
    private RegionEndpoint? _foundRegion;
    private AWSCredentials? _foundCredentials;

    [Fact]
    public void Without_a_region_it_says_what_to_set()
    {
        _foundCredentials = new BasicAWSCredentials("key", "secret");

        Assert.Contains("AWS_REGION", Assert.Single(Connection().FindProblems()), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_credentials_it_says_what_to_set_and_what_was_tried()
    {
        _settings["AWS_REGION"] = "eu-west-1";

        var problem = Assert.Single(Connection().FindProblems());

        Assert.Contains("AWS_ACCESS_KEY_ID", problem, StringComparison.Ordinal);
        Assert.Contains("No profile. No role.", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_anything_it_says_both_at_once() => Assert.Equal(2, Connection().FindProblems().Count());

    [Theory]
    [InlineData("localhost")]
    [InlineData("localhost:4566")]
    [InlineData("ftp://localhost")]
    public void An_endpoint_that_is_no_web_address_is_named(string url)
    {
        _settings["AWS_ENDPOINT_URL"] = url;

        Assert.StartsWith(
            $"AWS_ENDPOINT_URL is '{url}'", Assert.Single(Connection().FindProblems()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:4566")]
    [InlineData("http://127.0.0.1:4566")]
    [InlineData("http://[::1]:4566")]
    public void A_loopback_endpoint_needs_nothing_else(string url)
    {
        _settings["AWS_ENDPOINT_URL"] = url;

        Assert.Empty(Connection().FindProblems());
        Assert.Equal(RegionEndpoint.USEast1, Connection().ReadOptions().Region);
    }

    [Fact]
    public void An_endpoint_elsewhere_needs_credentials()
    {
        _settings["AWS_ENDPOINT_URL"] = "https://aws.example.com";
        _settings["AWS_REGION"] = "eu-west-1";

        Assert.Contains("credentials", Assert.Single(Connection().FindProblems()), StringComparison.Ordinal);
    }

    [Fact]
    public void The_configured_region_beats_the_one_the_sdk_finds()
    {
        _settings["AWS_REGION"] = "eu-west-1";
        _foundRegion = RegionEndpoint.APSouth1;

        Assert.Equal(RegionEndpoint.EUWest1, Connection().ReadOptions().Region);
    }

    [Fact]
    public void The_region_of_a_profile_is_enough()
    {
        _foundRegion = RegionEndpoint.APSouth1;
        _foundCredentials = new BasicAWSCredentials("key", "secret");

        Assert.Empty(Connection().FindProblems());
    }

    [Fact]
    public void Without_an_endpoint_the_client_stays_with_aws()
    {
        _settings["AWS_REGION"] = "eu-west-1";
        var client = new AmazonKinesisConfig { RegionEndpoint = RegionEndpoint.EUWest1 };

        Connection().Apply(client, Connection().ReadOptions());

        Assert.Null(client.ServiceURL);
    }

    private AwsConnection Connection() => new(
        new ConfigurationBuilder().AddInMemoryCollection(_settings).Build(),
        () => _foundRegion,
        _ => _foundCredentials ?? throw new AmazonClientException("No profile.\nNo role."));
}
