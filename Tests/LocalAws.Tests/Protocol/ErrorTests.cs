using System.Net;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Tests.Protocol;

public sealed class ErrorTests : IAsyncLifetime
{
    private const string PutRecords = "Kinesis_20131202.PutRecords";
    private LocalAwsHost _localAws = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _localAws = await LocalAwsHost.StartAsync();
        _client = _localAws.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _localAws.DisposeAsync();
    }

    [Theory]
    [InlineData("Kinesis_20131202.NoSuchOperation")]
    [InlineData("NoSuchService.PutRecords")]
    [InlineData("PutRecords")]
    [InlineData("")]
    public async Task An_unknown_operation_is_named(string target)
    {
        var response = await _client.PostAsync(target, "{}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("UnknownOperationException", response.ErrorType);
        Assert.Equal($"The operation '{target}' is unknown.", response.Message);
        Assert.Contains("x-amzn-RequestId:", response.Headers, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{\"StreamName\":1}")]
    [InlineData("{\"StreamName\":\"s\",\"Records\":{}}")]
    [InlineData("{\"StreamName\":\"s\",\"Records\":[1]}")]
    [InlineData("{\"StreamName\":\"s\",\"Records\":[null]}")]
    [InlineData("{\"StreamName\":\"s\",\"Records\":[{\"Data\":1}]}")]
    [InlineData("{\"StreamName\":\"s\",\"Records\":[{\"Data\":\"AB!=\"}]}")]
    [InlineData("{\"StreamName\":\"s\",\"Records\":[{\"Data\":\"\\u0041B!=\"}]}")]
    [InlineData("{\"StreamName\":\"s\",\"Records\":[{\"PartitionKey\":[]}]}")]
    [InlineData("{\"StreamName\":\"s\",\"Records\":[{\"PartitionKey\":\"\\ud800\"}]}")]
    [InlineData("{\"StreamName\":\"s\",\"Records\":[{\"ExplicitHashKey\":{}}]}")]
    public async Task A_body_that_is_no_request_of_the_operation_is_a_serialization_error(string body)
    {
        var response = await _client.PostAsync(PutRecords, body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("SerializationException", response.ErrorType);
    }

    [Fact]
    public async Task Deep_nesting_is_a_serialization_error()
    {
        var response = await _client.PostAsync(PutRecords, new string('[', 100_000));

        Assert.Equal("SerializationException", response.ErrorType);
    }

    [Fact]
    public async Task Members_that_are_missing_are_all_reported()
    {
        var response = await _client.PostAsync("Kinesis_20131202.GetShardIterator", "{}");

        Assert.Equal("ValidationException", response.ErrorType);
        Assert.Equal(
            "2 validation errors detected: "
            + "Value null at 'shardId' failed to satisfy constraint: Member must not be null; "
            + "Value null at 'shardIteratorType' failed to satisfy constraint: Member must not be null",
            response.Message);
    }

    [Fact]
    public async Task Escapes_that_JSON_allows_in_base64_are_understood()
    {
        await _client.PostAsync("Kinesis_20131202.CreateStream", """{"StreamName":"s","ShardCount":1}""");

        var response = await _client.PostAsync(
            PutRecords, """{"StreamName":"s","Records":[{"Data":"\/\u002b8=","PartitionKey":"\u00fc"}]}""");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused()
    {
        var response = await _client.PostAsync(PutRecords, new string(' ', RequestBody.MaxBytes + 1));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("RequestEntityTooLargeException", response.ErrorType);
    }

    [Theory]
    [InlineData("rebound.example.com", HttpStatusCode.Forbidden)]
    [InlineData("localhost.example.com", HttpStatusCode.Forbidden)]
    [InlineData("notlocalhost", HttpStatusCode.Forbidden)]
    [InlineData("192.168.1.1", HttpStatusCode.Forbidden)]
    [InlineData("localhost:4566", HttpStatusCode.BadRequest)]
    [InlineData("127.0.0.1", HttpStatusCode.BadRequest)]
    [InlineData("[::1]:4566", HttpStatusCode.BadRequest)]
    [InlineData("bucket.s3.localhost.localstack.cloud:4566", HttpStatusCode.BadRequest)]
    [InlineData("kinesis.us-east-1.amazonaws.com", HttpStatusCode.BadRequest)]
    public async Task Only_hosts_that_no_web_page_can_own_are_answered(string host, HttpStatusCode expected)
    {
        var response = await _client.PostAsync("any", "{}", request => request.Headers.Host = host);

        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData("GET", "/lake/key", "<Error><Code>AccessDenied</Code>")]
    [InlineData("PUT", "/lake", "<Error><Code>AccessDenied</Code>")]
    [InlineData("GET", "/?Action=GetCallerIdentity", "<Type>Sender</Type><Code>AccessDenied</Code>")]
    [InlineData("GET", "/_localaws/health", "\"__type\":\"AccessDeniedException\"")]
    public async Task A_foreign_host_is_refused_in_the_protocol_it_called(string method, string target, string expected)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), target);
        request.Headers.Host = "rebound.example.com";
        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains(expected, body, StringComparison.Ordinal);
        Assert.Contains("rebound.example.com", body, StringComparison.Ordinal);
    }
}
