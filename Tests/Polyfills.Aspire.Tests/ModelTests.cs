using Aspire.Hosting.Orchestration;

namespace TelemetryAspire.Polyfills.Aspire.Tests;

public sealed class ModelTests
{
    [Theory]
    [InlineData("")]
    [InlineData("1st")]
    [InlineData("a_b")]
    [InlineData("a--b")]
    [InlineData("a-")]
    [InlineData("a2345678901234567890123456789012345678901234567890123456789012345")]
    public void A_name_that_breaks_the_rule_is_refused(string name)
    {
        using var builder = Sample.NewBuilder();

        Assert.ThrowsAny<ArgumentException>(() => builder.AddScript(name, "true"));
    }

    [Fact]
    public void Two_resources_cannot_differ_in_case_alone()
    {
        using var builder = Sample.NewBuilder();
        builder.AddScript("script", "true");

        Assert.Throws<DistributedApplicationException>(() => builder.AddScript("SCRIPT", "true"));
    }

    [Fact]
    public async Task Replicas_are_refused_at_start_by_the_resources_name()
    {
        await using var builder = Sample.NewBuilder();
        builder.AddService("service").WithReplicas(2);

        var refused = await Assert.ThrowsAsync<DistributedApplicationException>(() => builder.StartedAsync());

        Assert.StartsWith("Resource 'service' asks for 2 replicas", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_endpoint_without_an_address_says_so()
    {
        using var builder = Sample.NewBuilder();
        var endpoint = builder.AddService("service").GetEndpoint("http");

        var refused = Assert.Throws<InvalidOperationException>(() => endpoint.Url);

        Assert.Equal("The endpoint `http` is not allocated for the resource `service`.", refused.Message);
    }

    [Fact]
    public void An_endpoint_of_a_known_name_is_changed_not_added()
    {
        using var builder = Sample.NewBuilder();
        var service = builder.AddService("service").WithHttpEndpoint(port: 5000).WithEndpoint(
            "http", one => one.IsProxied = false);

        var endpoint = Assert.Single(service.Resource.Annotations.OfType<EndpointAnnotation>());

        Assert.Equal(5000, endpoint.Port);
        Assert.False(endpoint.IsProxied);
    }

    [Fact]
    public async Task An_endpoint_without_proxy_listens_on_its_port_and_tells_the_process_which()
    {
        await using var builder = Sample.NewBuilder();
        builder.AddScript("script", "echo port $LISTEN_ON; sleep 60").WithHttpEndpoint(
            port: 5998, env: "LISTEN_ON", isProxied: false);
        await using var application = await builder.StartedAsync();

        Assert.Equal("port 5998", await application.LineAsync("script", "port"));
        Assert.Equal(new Uri("http://localhost:5998"), application.GetEndpoint("script"));
    }

    [Theory]
    [InlineData("", new string[0])]
    [InlineData("  one  two ", new[] { "one", "two" })]
    [InlineData("--a \"b c\" d\"e f\"g", new[] { "--a", "b c", "de fg" })]
    [InlineData("\"\" \\\"x\\\"", new[] { "", "\"x\"" })]
    public void A_command_line_is_split_at_blanks_outside_quotes(string line, string[] arguments) =>
        Assert.Equal(arguments, CommandLine.Split(line));
}
