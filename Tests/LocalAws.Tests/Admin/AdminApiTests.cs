using System.Net;
using System.Text;

namespace TelemetryAspire.LocalAws.Tests.Admin;

public sealed class AdminApiTests : AdminTest
{
    [Theory]
    [InlineData("POST", "reset")]
    [InlineData("GET", "faults")]
    [InlineData("PUT", "snapshots/a")]
    public async Task It_is_off_unless_enabled_and_says_how(string method, string path)
    {
        await using var localAws = await LocalAwsHost.StartAsync();
        using var client = localAws.CreateClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), "/_localaws/" + path);

        using var response = await client.SendAsync(request, Cancellation);

        var body = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("AdminApiDisabled", body, StringComparison.Ordinal);
        Assert.Contains("--LocalAws:EnableAdminApi=true", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_is_always_on()
    {
        await using var localAws = await LocalAwsHost.StartAsync();
        using var client = localAws.CreateClient();

        Assert.Equal("""{"status":"available"}""", await client.GetStringAsync("/_localaws/health", Cancellation));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task What_a_web_page_can_send_is_refused(string contentType)
    {
        using var content = new StringContent("{}", Encoding.UTF8);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        using var response = await Http.PostAsync("/_localaws/reset", content, Cancellation);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.DoesNotContain(
            response.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("GET", "nothing", HttpStatusCode.NotFound, "NotFound")]
    [InlineData("GET", "faults/1", HttpStatusCode.NotFound, "NotFound")]
    [InlineData("POST", "faults", HttpStatusCode.MethodNotAllowed, "MethodNotAllowed")]
    [InlineData("OPTIONS", "faults", HttpStatusCode.MethodNotAllowed, "MethodNotAllowed")]
    [InlineData("POST", "health", HttpStatusCode.MethodNotAllowed, "MethodNotAllowed")]
    public async Task An_unknown_request_is_refused(string method, string path, HttpStatusCode status, string code)
    {
        var answer = await CallAsync(method, path, "{}");

        Assert.Equal((status, code), (answer.StatusCode, answer.Code));
    }

    [Theory]
    [InlineData("", "$")]
    [InlineData("null", "$")]
    [InlineData("{}", "rules")]
    [InlineData("""{"rules":[],"sede":1}""", "sede")]
    [InlineData("""{"rules":[],"rules":[]}""", "rules")]
    [InlineData("""{"rules":[null]}""", "rules[0]")]
    [InlineData("""{"rules":[{"kind":"error"}]}""", "rules[0].operation")]
    [InlineData("""{"rules":[{"operation":"Kinesis.PutRecrods","kind":"error"}]}""", "rules[0].operation")]
    [InlineData("""{"rules":[{"operation":"*","kind":"explosion"}]}""", "rules[0].kind")]
    [InlineData("""{"rules":[{"operation":"*","kind":"error","rate":1.5}]}""", "rules[0].rate")]
    [InlineData("""{"rules":[{"operation":"*","kind":"error","rate":"1"}]}""", "rules[0].rate")]
    [InlineData("""{"rules":[{"operation":"*","kind":"error","count":0}]}""", "rules[0].count")]
    [InlineData("""{"rules":[{"operation":"*","kind":"error","count":-1}]}""", "rules[0].count")]
    [InlineData("""{"rules":[{"operation":"*","kind":"error","after":-1}]}""", "rules[0].after")]
    [InlineData("""{"rules":[{"operation":"*","kind":"error","status":200}]}""", "rules[0].status")]
    [InlineData("""{"rules":[{"operation":"*","kind":"error","code":"a b"}]}""", "rules[0].code")]
    [InlineData("""{"rules":[{"operation":"*","kind":"throttling","status":500}]}""", "rules[0].status")]
    [InlineData("""{"rules":[{"operation":"*","kind":"latency"}]}""", "rules[0].milliseconds")]
    [InlineData("""{"rules":[{"operation":"*","kind":"latency","minMilliseconds":1}]}""", "rules[0].milliseconds")]
    [InlineData("""{"rules":[{"operation":"*","kind":"connectionDrop"}]}""", "rules[0].moment")]
    [InlineData("""{"rules":[{"operation":"S3.*","kind":"partialFailure"}]}""", "rules[0].operation")]
    [InlineData("""{"rules":[{"operation":"*","kind":"rejectedRecords"}]}""", "rules[0].reason")]
    public async Task An_invalid_rule_is_refused_and_its_member_named(string rules, string member)
    {
        var answer = await CallAsync("PUT", "faults", rules);

        Assert.Equal((HttpStatusCode.BadRequest, "ValidationError"), (answer.StatusCode, answer.Code));
        Assert.Equal(member, answer.Member);
        Assert.StartsWith(member, answer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]", "$ must be an object.")]
    [InlineData("""{"rules":[],"sede":1}""", "sede is no member there.")]
    [InlineData("""{"rules":[],"rules":[]}""", "rules is given twice.")]
    [InlineData("""{"rules":{}}""", "rules must be a list.")]
    [InlineData("""{"rules":[1]}""", "rules[0] must be an object.")]
    [InlineData("""{"rules":[{"operation":1}]}""", "rules[0].operation must be a string.")]
    [InlineData("""{"rules":[{"rate":"1"}]}""", "rules[0].rate must be a number.")]
    [InlineData("""{"rules":[{"count":1.5}]}""", "rules[0].count must be an integer.")]
    [InlineData("""{"rules":[{"status":"500"}]}""", "rules[0].status must be a number.")]
    [InlineData("""{"seed":{}}""", "seed must be a number.")]
    public async Task A_refusal_is_told_in_words_of_JSON(string rules, string message)
    {
        var answer = await CallAsync("PUT", "faults", rules);

        Assert.Equal(message, answer.Message);
    }

    [Fact]
    public async Task A_foreign_host_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/_localaws/faults");
        request.Headers.Host = "evil.example";

        using var response = await Http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }
}
