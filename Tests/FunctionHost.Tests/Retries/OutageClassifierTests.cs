using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Amazon.Runtime;

namespace TelemetryAspire.FunctionHost.Tests.Retries;

public sealed class OutageClassifierTests
{
    public static TheoryData<Exception, bool> Table => new()
    {
        { Service("ThrottlingException", 400), true },
        { Service("ProvisionedThroughputExceededException", 400), true },
        { Service("SlowDown", 503), true },
        { Service("SomethingNew", 500), true },
        { Service("SomethingNew", 503), true },
        { Service("TooManyRequests", 429), true },
        { Service("AccessDeniedException", 400), true },
        { Service("SomethingNew", 403), true },
        { Service("ResourceNotFoundException", 400), true },
        { Service("ValidationException", 400), false },
        { Service("RejectedRecordsException", 419), false },
        { new AmazonClientException("No credentials"), true },
        { new HttpRequestException("refused"), true },
        { new SocketException(111), true },
        { new TimeoutException(), true },
        { new TaskCanceledException(), true },
        { new Polly.CircuitBreaker.BrokenCircuitException(), true },
        { new IOException("read", new SocketException(104)), true },
        { new AggregateException(new TimeoutException(), new HttpRequestException()), true },
        { new AggregateException(new TimeoutException(), new FormatException()), false },
        { new FormatException(), false },
        { new JsonException(), false },
        { new InvalidOperationException(), false },
        { new IOException("disk"), false },
        { new ArgumentNullException("value"), false },
    };

    [Theory, MemberData(nameof(Table), DisableDiscoveryEnumeration = true)]
    public void An_outage_is_told_from_what_a_record_may_have_caused(Exception exception, bool isOutage) =>
        Assert.Equal(isOutage, new OutageClassifier().IsOutage(exception));

    private static AmazonServiceException Service(string code, int status) =>
        new(code, ErrorType.Unknown, code, "request-1", (HttpStatusCode)status);
}
