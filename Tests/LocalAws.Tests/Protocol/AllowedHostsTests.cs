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

    [Theory]
    [InlineData("", null)]
    [InlineData("aws.internal; *.dev.test;192.0.2.1;[2001:db8::1];build_host", null)]
    [InlineData("aws.internal;a b", "a b")]
    [InlineData("*", "*")]
    [InlineData("a.*", "a.*")]
    [InlineData("*.", "*.")]
    [InlineData("app.test:4566", "app.test:4566")]
    [InlineData("http://app.test", "http://app.test")]
    public void What_can_be_no_name_is_found(string configured, string? expected) =>
        Assert.Equal(expected, AllowedHosts.FindInvalid(configured));
}
