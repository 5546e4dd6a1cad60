using System.Globalization;
using Amazon.Runtime;
using Amazon.TimestreamQuery.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TelemetryAspire.AppHost.Aws;
using TelemetryAspire.Telemetry;

namespace TelemetryAspire.AppHost;

/// <summary>Says what to do next, once the first reading has come out at the other end.</summary>
internal sealed partial class FirstRowMessage(
    EndpointReference endpoint,
    AwsResources resources,
    ResourceNotificationService notifications,
    TimeProvider clock,
    ILogger<DistributedApplication> logger) : BackgroundService
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    private TelemetryOptions Names => resources.Names;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await notifications.WaitForResourceAsync(resources.Name, KnownResourceStates.Running, stoppingToken);
        using var clients = new LocalAwsClients(endpoint.Url);
        // Rows of an earlier run say nothing about this one.
        var before = await CountAsync(clients, stoppingToken);
        long rows;
        while ((rows = await CountAsync(clients, stoppingToken)) <= before)
        {
            await Task.Delay(PollInterval, clock, stoppingToken);
        }

        LogFirstRow(logger, rows, Names.DatabaseName, Names.TableName, endpoint.Url, Names.BucketName);
    }

    /// <summary>The number a query for one number was answered with; 0 when the page holds none (yet).</summary>
    internal static long CountOf(QueryResponse answer) =>
        answer.Rows is [{ Data: [{ ScalarValue: { } count }] }]
            ? long.Parse(count, CultureInfo.InvariantCulture)
            : 0;

    /// <returns>The rows of the table; 0 while LocalAws cannot say.</returns>
    private async Task<long> CountAsync(LocalAwsClients clients, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await clients.TimestreamQuery.QueryAsync(
                new QueryRequest
                {
                    QueryString = $"SELECT COUNT(*) FROM \"{Names.DatabaseName}\".\"{Names.TableName}\"",
                },
                cancellationToken);
            return CountOf(answer);
        }
        catch (Exception failure) when (
            failure is AmazonServiceException or AmazonClientException or HttpRequestException)
        {
            LogNoAnswer(logger, failure);
            return 0;
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The table could not be counted.")]
    private static partial void LogNoAnswer(ILogger logger, Exception failure);

    [LoggerMessage(EventId = 0, Level = LogLevel.Information, Message =
        """
        Telemetry flows: {Rows} rows in {Database}.{Table}. AWS endpoint: {Endpoint}
        Ask with any AWS client (any credentials, region us-east-1):
          aws --endpoint-url {Endpoint} timestream-query query --query-string '
            SELECT * FROM "{Database}"."{Table}" ORDER BY time DESC LIMIT 5'
          aws --endpoint-url {Endpoint} s3 ls --recursive s3://{Bucket}/
        """)]
    private static partial void LogFirstRow(
        ILogger logger, long rows, string database, string table, string endpoint, string bucket);
}

/// <summary>Adds the message.</summary>
internal static class FirstRowMessageExtensions
{
    /// <summary>Tells the user what to do next once the first row is in the table.</summary>
    public static void AddFirstRowMessage(
        this IDistributedApplicationBuilder builder,
        IResourceBuilder<ProjectResource> localaws,
        IResourceBuilder<AwsResources> resources) =>
        builder.Services.AddHostedService(services => new FirstRowMessage(
            localaws.GetEndpoint("http"),
            resources.Resource,
            services.GetRequiredService<ResourceNotificationService>(),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<DistributedApplication>>()));
}
