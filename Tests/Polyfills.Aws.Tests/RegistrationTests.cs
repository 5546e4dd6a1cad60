using System.Reflection;
using Amazon;
using Amazon.Extensions.NETCore.Setup;
using Amazon.Kinesis;
using Amazon.KinesisFirehose;
using Amazon.TimestreamQuery;
using Amazon.TimestreamWrite;
using Microsoft.Extensions.DependencyInjection;

namespace TelemetryAspire.Polyfills.Aws.Tests;

public sealed class RegistrationTests
{
    private static readonly AWSOptions Options =
        new() { Credentials = AwsStub.Credentials, Region = RegionEndpoint.EUWest1 };

    [Fact]
    public void AddAWSService_finds_the_client_of_every_interface()
    {
        using ServiceProvider services = new ServiceCollection()
            .AddAWSService<IAmazonKinesis>(Options)
            .AddAWSService<IAmazonKinesisFirehose>(Options)
            .AddAWSService<IAmazonTimestreamQuery>(Options)
            .AddAWSService<IAmazonTimestreamWrite>(Options)
            .BuildServiceProvider();

        Assert.IsType<AmazonKinesisClient>(services.GetRequiredService<IAmazonKinesis>());
        Assert.IsType<AmazonKinesisFirehoseClient>(services.GetRequiredService<IAmazonKinesisFirehose>());
        Assert.IsType<AmazonTimestreamQueryClient>(services.GetRequiredService<IAmazonTimestreamQuery>());
        Assert.IsType<AmazonTimestreamWriteClient>(services.GetRequiredService<IAmazonTimestreamWrite>());
    }

    [Theory]
    [InlineData(typeof(AmazonKinesisClient))]
    [InlineData(typeof(AmazonKinesisFirehoseClient))]
    [InlineData(typeof(AmazonTimestreamQueryClient))]
    [InlineData(typeof(AmazonTimestreamWriteClient))]
    public void A_client_has_the_twelve_constructors_and_the_members_other_libraries_look_for(Type client)
    {
        Assert.Equal(12, client.GetConstructors().Length);
        Assert.Contains(
            client.GetConstructors(),
            constructor => constructor.GetParameters() is [{ Name: "credentials" }, { Name: "clientConfig" }]);
        FieldInfo? metadata = client.GetField("serviceMetadata", BindingFlags.Static | BindingFlags.NonPublic);
        Assert.True(metadata is { IsPrivate: true });
    }

    [Theory]
    [InlineData(typeof(AmazonKinesisClient))]
    [InlineData(typeof(AmazonKinesisFirehoseClient))]
    [InlineData(typeof(AmazonTimestreamQueryClient))]
    [InlineData(typeof(AmazonTimestreamWriteClient))]
    public void Every_member_of_a_new_model_object_is_null_as_in_version_4_of_the_SDK(Type client)
    {
        IEnumerable<Type> models = client.Assembly.GetExportedTypes().Where(
            type => type.Namespace!.EndsWith(".Model", StringComparison.Ordinal)
                && !type.IsAssignableTo(typeof(Exception)) && type.GetConstructor([]) is not null);

        var set =
            from model in models
            let instance = Activator.CreateInstance(model)
            from property in model.GetProperties()
            where property.DeclaringType == model && property.GetValue(instance) is not null
            select $"{model.Name}.{property.Name}";

        Assert.Empty(set);
        Assert.NotEmpty(models);
    }

    [Fact]
    public void The_endpoint_of_a_region_is_its_host()
    {
        using var kinesis = new AmazonKinesisClient(AwsStub.Credentials, RegionEndpoint.EUWest1);
        using var query = new AmazonTimestreamQueryClient(
            AwsStub.Credentials,
            new AmazonTimestreamQueryConfig { RegionEndpoint = RegionEndpoint.CNNorth1, UseFIPSEndpoint = true });

        Assert.Equal(
            "https://kinesis.eu-west-1.amazonaws.com",
            kinesis.DetermineServiceOperationEndpoint(new Amazon.Kinesis.Model.ListStreamsRequest()).URL);
        Assert.Equal(
            "https://query.timestream-fips.cn-north-1.amazonaws.com.cn",
            query.DetermineServiceOperationEndpoint(new Amazon.TimestreamQuery.Model.QueryRequest()).URL);
    }

    [Fact]
    public void A_constant_equals_the_text_it_stands_for()
    {
        ShardIteratorType type = "TRIM_HORIZON";

        Assert.Same(ShardIteratorType.TRIM_HORIZON, type);
    }
}
