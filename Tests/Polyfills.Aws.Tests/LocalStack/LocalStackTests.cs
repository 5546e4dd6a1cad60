using Amazon;
using Amazon.Extensions.NETCore.Setup;
using Amazon.Kinesis;
using Amazon.Kinesis.Model;
using Amazon.Runtime;
using LocalStack.Client;
using LocalStack.Client.Contracts;
using LocalStack.Client.Extensions;
using LocalStack.Client.Options;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace TelemetryAspire.Polyfills.Aws.Tests.LocalStack;

public sealed class LocalStackTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Options_have_the_documented_defaults()
    {
        var options = new LocalStackOptions();

        Assert.False(options.UseLocalStack);
        Assert.Equal(
            ("localhost.localstack.cloud", false, 4566),
            (options.Config.LocalStackHost, options.Config.UseSsl, options.Config.EdgePort));
        Assert.Equal(
            ("accessKey", "secretKey", "token", "us-east-1"),
            (options.Session.AwsAccessKeyId, options.Session.AwsAccessKey, options.Session.AwsSessionToken,
                options.Session.RegionName));
    }

    [Fact]
    public void Options_bind_from_configuration_though_their_setters_are_private()
    {
        using ServiceProvider services = Register(
            ("LocalStack:UseLocalStack", "true"),
            ("LocalStack:Session:RegionName", "eu-west-1"),
            ("LocalStack:Config:EdgePort", "4599"));

        Assert.True(services.GetRequiredService<IOptions<LocalStackOptions>>().Value.UseLocalStack);
        Assert.Equal(4599, services.GetRequiredService<IOptions<LocalStackOptions>>().Value.Config.EdgePort);
        Assert.Equal("eu-west-1", services.GetRequiredService<IOptions<SessionOptions>>().Value.RegionName);
    }

    [Fact]
    public async Task A_client_reaches_LocalStack_as_proxy_with_the_host_of_its_region()
    {
        await using AwsStub stub = await AwsStub.StartAsync("{}");
        using ServiceProvider services = Register(
            ("LocalStack:UseLocalStack", "true"),
            ("LocalStack:Session:RegionName", "eu-west-1"),
            ("LocalStack:Config:LocalStackHost", stub.Url.Host),
            ("LocalStack:Config:EdgePort", $"{stub.Url.Port}"));

        await services.GetRequiredService<IAmazonKinesis>().ListStreamsAsync(new ListStreamsRequest(), Cancellation);

        Assert.Equal("http://kinesis.eu-west-1.amazonaws.com", stub.Request.Url);
        Assert.Contains("Credential=accessKey/", stub.Request.Authorization);
    }

    [Fact]
    public async Task A_session_of_its_own_can_use_LocalStack_as_service_url()
    {
        await using AwsStub stub = await AwsStub.StartAsync("{}");
        ISession session = SessionStandalone.Init()
            .WithSessionOptions(new SessionOptions(regionName: "eu-west-1"))
            .WithConfigurationOptions(new ConfigOptions(stub.Url.Host, edgePort: stub.Url.Port))
            .Create();
        using var client = session.CreateClientByImplementation<AmazonKinesisClient>(useServiceUrl: true);

        await client.ListStreamsAsync(new ListStreamsRequest(), Cancellation);

        Assert.Equal(stub.Url.GetLeftPart(UriPartial.Authority), stub.Request.Url);
        Assert.Contains("/eu-west-1/kinesis/", stub.Request.Authorization);
    }

    [Fact]
    public void With_LocalStack_off_a_client_is_made_with_the_default_options()
    {
        using ServiceProvider services = Register(("LocalStack:UseLocalStack", "false"));

        IAmazonKinesis client = services.GetRequiredService<IAmazonKinesis>();

        Assert.Equal(RegionEndpoint.APSoutheast2, client.Config.RegionEndpoint);
        Assert.Null(client.Config.ProxyHost);
    }

    [Fact]
    public void Ports_per_service_are_refused_with_the_name_of_the_setting()
    {
        ISession session = SessionStandalone.Init()
            .WithConfigurationOptions(new ConfigOptions(useLegacyPorts: true))
            .Create();

        AmazonClientException thrown = Assert.Throws<AmazonClientException>(
            () => session.CreateClientByInterface<IAmazonKinesis>());

        Assert.Contains("LocalStack:Config:UseLegacyPorts", thrown.Message);
    }

    private static ServiceProvider Register(params IEnumerable<(string Key, string Value)> settings)
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .Build();
        return new ServiceCollection()
            .AddLocalStack(configuration)
            .AddDefaultAwsOptions(
                new AWSOptions { Credentials = AwsStub.Credentials, Region = RegionEndpoint.APSoutheast2 })
            .AddAwsService<IAmazonKinesis>()
            .BuildServiceProvider();
    }
}
