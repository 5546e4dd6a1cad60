using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Tests.Protocol;

public sealed class AllowedHostsTests
{
    [Theory]
    [InlineData("aws.internal", true)]
    [InlineData("AWS.Internal", true)]
    [InlineData("kinesis.dev.test", true)]
    [InlineData("dev.test", false)]
    [InlineData("other.internal", false)]
    [InlineData("", false)]
    public void Configured_names_are_accepted_beside_the_usual_ones(string host, bool expected)
    {
        var hosts = new AllowedHosts("aws.internal; *.dev.test");

        Assert.Equal(expected, hosts.Contains(host));
        Assert.True(hosts.Contains("localhost"));
    }
}
