using System.Net;
using System.Text;

namespace TelemetryAspire.LocalAws.Tests.Protocol;

public sealed class QueryProtocolTests : IAsyncLifetime
{
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

    [Fact]
    public async Task The_answer_is_wrapped_as_AWS_wraps_it()
    {
        var response = await _client.QueryAsync(("Action", "GetCallerIdentity"), ("Version", "2011-06-15"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("GetCallerIdentityResponse", response.Document.Name.LocalName);
        Assert.Equal("https://sts.amazonaws.com/doc/2011-06-15/", response.Document.Name.NamespaceName);
        Assert.Equal(
            ["GetCallerIdentityResult", "ResponseMetadata"],
            response.Document.Elements().Select(element => element.Name.LocalName));
        Assert.True(Guid.TryParse(response.Value("RequestId"), out _));
    }

    [Theory]
    [InlineData("/?Action=GetCallerIdentity&Version=2011-06-15")]
    [InlineData("/?Action=GetCallerIdentity")]
    [InlineData("/?Action=GetCallerIdentity&X-Amz-Credential=k/20260101/us-east-1/sts/aws4_request&X-Amz-Signature=s")]
    public async Task A_query_string_is_as_good_as_a_form(string target)
    {
        var response = await _client.SendFormAsync(new HttpRequestMessage(HttpMethod.Get, target));

        Assert.Equal("000000000000", response.Value("Account"));
    }

    [Fact]
    public async Task An_unknown_action_is_named()
    {
        var response = await _client.QueryAsync(("Action", "NoSuchThing"), ("Version", "2011-06-15"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("ErrorResponse", response.Document.Name.LocalName);
        Assert.Equal("Sender", response.Value("Type"));
        Assert.Equal("InvalidAction", response.Code);
        Assert.Equal("Could not find operation NoSuchThing for version 2011-06-15", response.Message);
    }

    [Theory]
    [InlineData("", "MissingAction")]
    [InlineData("Action=", "MissingAction")]
    [InlineData("Version=2011-06-15", "MissingAction")]
    [InlineData("Action=GetCallerIdentity&Version=2011-06-16", "NoSuchVersion")]
    [InlineData("Action=GetCallerIdentity&Action=GetSessionToken", "MalformedQueryString")]
    [InlineData("Action=GetCallerIdentity&Nonsense=1", "ValidationError")]
    [InlineData("Action=GetSessionToken&DurationSeconds=soon", "MalformedInput")]
    [InlineData("Action=GetSessionToken&DurationSeconds=1", "ValidationError")]
    [InlineData("Action=%00%FF%", "InvalidAction")]
    public async Task A_form_that_is_no_request_is_an_error_that_says_why(string form, string code)
    {
        var response = await SendAsync(form);

        Assert.Equal(code, response.Code);
        Assert.InRange((int)response.StatusCode, 400, 499);
    }

    [Fact]
    public async Task A_form_of_too_many_parameters_is_refused()
    {
        var form = string.Join('&', Enumerable.Range(0, 20_000).Select(number => $"p{number}=1"));

        Assert.Equal("MalformedQueryString", (await SendAsync(form)).Code);
    }

    [Fact]
    public async Task A_form_beyond_the_limit_is_refused()
    {
        var response = await SendAsync("Action=GetCallerIdentity&x=" + new string('x', 5_000_000));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    private Task<QueryResponse> SendAsync(string form) => _client.SendFormAsync(
        new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Content = new StringContent(form, Encoding.ASCII, "application/x-www-form-urlencoded"),
        });
}
