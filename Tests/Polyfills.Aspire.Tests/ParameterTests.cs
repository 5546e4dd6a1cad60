namespace TelemetryAspire.Polyfills.Aspire.Tests;

public sealed class ParameterTests
{
    [Fact]
    public async Task A_parameter_reads_its_configuration_key_also_with_underscores()
    {
        using var builder = Sample.NewBuilder("--Parameters:first-one=1", "--Parameters:second_one=2");
        var first = builder.AddParameter("first-one");
        var second = builder.AddParameter("second-one");

        Assert.Equal("1", await first.Resource.GetValueAsync(Sample.Cancellation));
        Assert.Equal("2", await second.Resource.GetValueAsync(Sample.Cancellation));
    }

    [Fact]
    public void A_parameter_with_a_literal_value_ignores_configuration()
    {
        using var builder = Sample.NewBuilder("--Parameters:rate=9");

        Assert.Equal("1", builder.AddParameter("rate", "1").Resource.Value);
    }

    [Fact]
    public void A_parameter_can_read_any_key()
    {
        using var builder = Sample.NewBuilder("--Some:Key=x");

        Assert.Equal("x", builder.AddParameterFromConfiguration("value", "Some:Key").Resource.Value);
    }

    [Fact]
    public void Configuration_changed_before_the_build_counts()
    {
        using var builder = Sample.NewBuilder();
        var rate = builder.AddParameter("rate");

        builder.Configuration["Parameters:rate"] = "5";

        Assert.Equal("5", rate.Resource.Value);
    }

    [Fact]
    public async Task A_missing_value_is_named_where_it_is_needed()
    {
        await using var builder = Sample.NewBuilder();
        var rate = builder.AddParameter("rate");
        builder.AddScript("script", "true").WithEnvironment("RATE", rate);
        await using var application = await builder.StartedAsync();

        await application.UntilAsync("rate", KnownResourceStates.ValueMissing);
        await application.UntilAsync("script", KnownResourceStates.FailedToStart);

        var failure = await application.LineAsync("script", "Failed to start:");
        Assert.Contains("'Parameters:rate' is missing", failure, StringComparison.Ordinal);
        Assert.Throws<MissingParameterValueException>(() => rate.Resource.Value);
    }

    [Fact]
    public async Task A_secret_is_marked_in_the_snapshot()
    {
        await using var builder = Sample.NewBuilder("--Parameters:password=x");
        builder.AddParameter("password", secret: true);
        await using var application = await builder.StartedAsync();

        var running = await application.UntilAsync("password", KnownResourceStates.Running);

        Assert.True(running.Snapshot.Properties.Single(property => property.Name == "Value").IsSensitive);
    }

    [Fact]
    public void A_secret_cannot_be_published_as_a_default()
    {
        using var builder = Sample.NewBuilder();

        Assert.Throws<ArgumentException>(
            () => builder.AddParameter("password", "x", publishValueAsDefault: true, secret: true));
    }
}
