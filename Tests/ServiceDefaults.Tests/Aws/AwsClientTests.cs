using System.Net;
using Amazon.Kinesis;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.TimestreamWrite;
using Amazon.TimestreamWrite.Model;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Polly.CircuitBreaker;

namespace TelemetryAspire.ServiceDefaults.Tests.Aws;

public sealed class AwsClientTests : IAsyncLifetime
{
    /// <summary>
    /// A second retrying layer would wait on the test's clock, which nobody moves: that must fail, not hang.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _clock = new();
    private readonly Dictionary<string, string?> _settings = new() { ["AwsClients:MaxAttempts"] = "1" };
    private FakeEndpoint _endpoint = null!;
    private IHost? _host;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _endpoint = await FakeEndpoint.StartAsync(Cancelled);
        _settings["AWS_ENDPOINT_URL"] = _endpoint.Url;
    }

    public async ValueTask DisposeAsync()
    {
        _host?.Dispose();
        await _endpoint.DisposeAsync();
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("2", 2)]
    public async Task A_service_that_is_out_gets_the_requests_of_the_sdk_and_no_more(string attempts, int requests)
    {
        _settings["AwsClients:MaxAttempts"] = attempts;
        _endpoint.Answer = context => FakeEndpoint.AnswerWith(context, HttpStatusCode.ServiceUnavailable, "{}");

        await Assert.ThrowsAsync<AmazonTimestreamWriteException>(() => WriteAsync());

        Assert.Equal(requests, _endpoint.Requests);
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("2", 2)]
    public async Task A_connection_that_breaks_off_makes_no_more_requests_either(string attempts, int requests)
    {
        _settings["AwsClients:MaxAttempts"] = attempts;
        _endpoint.Answer = async context =>
        {
            context.Response.ContentLength = 100;
            await context.Response.WriteAsync("{", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
        };

        await Assert.ThrowsAnyAsync<IOException>(() => WriteAsync());

        Assert.Equal(requests, _endpoint.Requests);
    }

    [Fact]
    public async Task An_answer_that_stalls_half_way_ends_the_attempt()
    {
        var stalled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _endpoint.Answer = async context =>
        {
            context.Response.ContentLength = 100;
            await context.Response.WriteAsync("{", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            stalled.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, _clock, context.RequestAborted);
        };

        var write = WriteAsync();
        await stalled.Task;
        _clock.Advance(TimeSpan.FromSeconds(10));

        var error = await Assert.ThrowsAsync<IOException>(() => write);
        Assert.Equal("127.0.0.1 did not answer WriteRecords within 10 s.", error.Message);
        Assert.Equal(1, _endpoint.Requests);
    }

    [Fact]
    public async Task An_attempt_that_ran_out_of_time_is_made_again_by_the_sdk()
    {
        _settings["AwsClients:MaxAttempts"] = "2";
        _endpoint.Answer = context =>
        {
            if (_endpoint.Requests > 1)
            {
                return FakeEndpoint.AnswerWith(context, HttpStatusCode.OK, "{}");
            }

            _clock.Advance(TimeSpan.FromSeconds(10));
            return Task.Delay(Timeout.InfiniteTimeSpan, _clock, context.RequestAborted);
        };

        await WriteAsync();

        Assert.Equal(2, _endpoint.Requests);
    }

    [Fact]
    public async Task A_service_that_keeps_failing_is_left_alone_for_a_while()
    {
        _endpoint.Answer = context => FakeEndpoint.AnswerWith(context, HttpStatusCode.InternalServerError, "{}");
        for (var i = 0; i < 20; i++)
        {
            await Assert.ThrowsAsync<AmazonTimestreamWriteException>(() => WriteAsync());
        }

        await Assert.ThrowsAsync<BrokenCircuitException>(() => WriteAsync());
        Assert.Equal(20, _endpoint.Requests);

        _endpoint.Answer = context => FakeEndpoint.AnswerWith(context, HttpStatusCode.OK, "{}");
        _clock.Advance(TimeSpan.FromSeconds(5));
        await WriteAsync();
        Assert.Equal(21, _endpoint.Requests);
    }

    [Fact]
    public async Task Throttling_does_not_open_the_circuit()
    {
        _endpoint.Answer = context => FakeEndpoint.AnswerWith(
            context, HttpStatusCode.TooManyRequests, """{"__type":"ThrottlingException","message":"Slow down."}""");
        for (var i = 0; i < 25; i++)
        {
            await Assert.ThrowsAsync<ThrottlingException>(() => WriteAsync());
        }

        Assert.Equal(25, _endpoint.Requests);
    }

    [Fact]
    public async Task The_circuit_of_one_client_does_not_open_that_of_another()
    {
        _endpoint.Answer = context => FakeEndpoint.AnswerWith(context, HttpStatusCode.InternalServerError, "{}");
        for (var i = 0; i < 20; i++)
        {
            await Assert.ThrowsAsync<AmazonTimestreamWriteException>(() => WriteAsync());
        }

        _endpoint.Answer = context => FakeEndpoint.AnswerWith(context, HttpStatusCode.OK, """{"StreamNames":[]}""");
        await Client<IAmazonKinesis>().ListStreamsAsync(new(), Cancelled);
    }

    [Fact]
    public async Task A_local_endpoint_needs_neither_region_nor_credentials()
    {
        string? authorization = null;
        _endpoint.Answer = context =>
        {
            authorization = context.Request.Headers.Authorization;
            return FakeEndpoint.AnswerWith(context, HttpStatusCode.OK, "{}");
        };

        await WriteAsync();

        Assert.Contains("/us-east-1/timestream/", authorization, StringComparison.Ordinal);
    }

    [Fact]
    public async Task S3_finds_a_bucket_on_a_local_endpoint_by_path()
    {
        PathString path = default;
        _endpoint.Answer = context =>
        {
            path = context.Request.Path;
            return FakeEndpoint.AnswerWith(context, HttpStatusCode.OK, string.Empty);
        };

        await Client<IAmazonS3>().PutObjectAsync(
            new() { BucketName = "lake", Key = "a/b", ContentBody = "{}" }, Cancelled);

        Assert.Equal("/lake/a/b", path);
    }

    [Fact]
    public async Task The_endpoint_of_one_service_beats_the_general_one()
    {
        _settings["AWS_ENDPOINT_URL_TIMESTREAM_WRITE"] = _endpoint.Url;
        _settings["AWS_ENDPOINT_URL"] = "http://127.0.0.1:1";

        await WriteAsync();

        Assert.Equal(1, _endpoint.Requests);
    }

    [Fact]
    public async Task Localstack_gets_the_calls_where_it_is_asked_for()
    {
        var localStack = new Uri(_endpoint.Url);
        _settings["AWS_ENDPOINT_URL"] = null;
        _settings["LocalStack:UseLocalStack"] = "true";
        _settings["LocalStack:Config:LocalStackHost"] = localStack.Host;
        _settings["LocalStack:Config:EdgePort"] = $"{localStack.Port}";
        var host = default(HostString);
        _endpoint.Answer = context =>
        {
            host = context.Request.Host;
            return FakeEndpoint.AnswerWith(context, HttpStatusCode.OK, """{"StreamNames":[]}""");
        };

        await Client<IAmazonKinesis>().ListStreamsAsync(new(), Cancelled);

        Assert.Equal("kinesis.us-east-1.amazonaws.com", host.Host);
    }

    [Fact]
    public void The_sdk_retries_by_its_standard_mode_and_makes_three_attempts_unless_told()
    {
        _settings.Remove("AwsClients:MaxAttempts");

        var config = Client<IAmazonTimestreamWrite>().Config;

        Assert.Equal((RequestRetryMode.Standard, 2), (config.RetryMode, config.MaxErrorRetry));
    }

    private async Task<WriteRecordsResponse> WriteAsync()
    {
        // Cancelled rather than left alone: the host, when disposed, waits for calls that are still in its pipelines.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        patience.CancelAfter(Patience);
        return await Client<IAmazonTimestreamWrite>().WriteRecordsAsync(
            new WriteRecordsRequest
            {
                DatabaseName = "db",
                TableName = "table",
                Records = [Timestream.SomeRecords.Record()],
            },
            patience.Token);
    }

    private T Client<T>()
        where T : notnull
    {
        _host ??= Build();
        return _host.Services.GetRequiredService<T>();
    }

    private IHost Build()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(_settings);
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.AddServiceDefaults();
        builder.AddAwsClient<IAmazonTimestreamWrite>();
        builder.AddAwsClient<IAmazonKinesis>();
        builder.AddAwsClient<IAmazonS3>();
        return builder.Build();
    }
}
