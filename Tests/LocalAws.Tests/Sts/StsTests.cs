using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Microsoft.Extensions.Time.Testing;
using TelemetryAspire.LocalAws.Tests.Protocol;

namespace TelemetryAspire.LocalAws.Tests.Sts;

public sealed class StsTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
    private LocalAwsHost _localAws = null!;
    private HttpClient _http = null!;
    private AmazonSecurityTokenServiceClient _sts = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _localAws = await LocalAwsHost.StartAsync(_time);
        _http = _localAws.CreateClient();
        _sts = new AmazonSecurityTokenServiceClient(
            new BasicAWSCredentials("test", "test"),
            new AmazonSecurityTokenServiceConfig { ServiceURL = _localAws.Url.ToString(), MaxErrorRetry = 0 });
    }

    public async ValueTask DisposeAsync()
    {
        _sts.Dispose();
        _http.Dispose();
        await _localAws.DisposeAsync();
    }

    [Fact]
    public async Task Every_caller_is_the_root_user_of_the_one_account()
    {
        var identity = await _sts.GetCallerIdentityAsync(new GetCallerIdentityRequest(), Cancellation);

        Assert.Equal("000000000000", identity.Account);
        Assert.Equal("000000000000", identity.UserId);
        Assert.Equal("arn:aws:iam::000000000000:root", identity.Arn);
    }

    [Fact]
    public async Task A_role_is_assumed_for_as_long_as_asked()
    {
        var assumed = await _sts.AssumeRoleAsync(
            new AssumeRoleRequest
            {
                RoleArn = "arn:aws:iam::123456789012:role/path/reader",
                RoleSessionName = "session-1",
                DurationSeconds = 900,
                ExternalId = "external",
            },
            Cancellation);

        Assert.Equal("arn:aws:sts::123456789012:assumed-role/reader/session-1", assumed.AssumedRoleUser.Arn);
        Assert.EndsWith(":session-1", assumed.AssumedRoleUser.AssumedRoleId, StringComparison.Ordinal);
        Assert.StartsWith("ASIA", assumed.Credentials.AccessKeyId, StringComparison.Ordinal);
        Assert.Equal(_time.GetUtcNow().AddMinutes(15).UtcDateTime, assumed.Credentials.Expiration!.Value.ToUniversalTime());
    }

    [Fact]
    public async Task A_session_tells_the_identity_behind_it_and_no_size_of_a_policy_that_it_has_not()
    {
        var response = await _http.QueryAsync(
            ("Action", "AssumeRole"),
            ("RoleArn", "arn:aws:iam::123456789012:role/reader"),
            ("RoleSessionName", "session-1"),
            ("SourceIdentity", "operator"));

        Assert.Equal("operator", response.Value("SourceIdentity"));
        Assert.Null(response.Value("PackedPolicySize"));
    }

    [Fact]
    public async Task A_session_token_lasts_12_hours_unless_told()
    {
        var token = await _sts.GetSessionTokenAsync(new GetSessionTokenRequest(), Cancellation);

        Assert.Equal(_time.GetUtcNow().AddHours(12).UtcDateTime, token.Credentials.Expiration!.Value.ToUniversalTime());
    }

    [Fact]
    public async Task A_session_policy_is_refused_since_nothing_would_enforce_it()
    {
        var refusal = await Assert.ThrowsAsync<AmazonSecurityTokenServiceException>(() => _sts.AssumeRoleAsync(
            new AssumeRoleRequest
            {
                RoleArn = "arn:aws:iam::123456789012:role/reader",
                RoleSessionName = "session-1",
                Policy = "{}",
            },
            Cancellation));

        Assert.Equal("ValidationError", refusal.ErrorCode);
        Assert.Contains("The parameter Policy is not available here", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "session", "ValidationError")]
    [InlineData("not an arn at all, really", "session", "ValidationError")]
    [InlineData("arn:aws:iam::123456789012:role/reader", "a b", "ValidationError")]
    public async Task A_role_or_session_that_AWS_would_refuse_is_refused(string role, string session, string code)
    {
        var response = await _http.QueryAsync(
            ("Action", "AssumeRole"), ("RoleArn", role), ("RoleSessionName", session));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(code, response.Code);
    }

    [Fact]
    public async Task The_AWS_CLI_and_boto3_learn_who_they_are()
    {
        using var cli = JsonDocument.Parse(
            await ForeignClient.AwsAsync(_localAws.Url, "sts", "get-caller-identity"));
        var boto3 = await ForeignClient.Boto3Async(
            _localAws.Url, "print(client('sts').get_caller_identity()['Account'])");

        Assert.Equal("000000000000", cli.RootElement.GetProperty("Account").GetString());
        Assert.Equal("000000000000", boto3.Trim());
    }
}
