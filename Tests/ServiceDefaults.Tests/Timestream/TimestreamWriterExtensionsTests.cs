using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TelemetryAspire.ServiceDefaults.Tests.Aws;
using TelemetryAspire.Telemetry;

namespace TelemetryAspire.ServiceDefaults.Tests.Timestream;

public sealed class TimestreamWriterExtensionsTests : IAsyncLifetime
{
    private readonly Dictionary<string, string?> _settings = new() { ["AwsClients:MaxAttempts"] = "1" };
    private FakeEndpoint _endpoint = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _endpoint = await FakeEndpoint.StartAsync(Cancelled);
        _settings["AWS_ENDPOINT_URL"] = _endpoint.Url;
    }

    public ValueTask DisposeAsync() => _endpoint.DisposeAsync();

    [Fact]
    public async Task The_writer_writes_to_the_configured_table()
    {
        _settings["Telemetry:TableName"] = "another";
        string? request = null;
        _endpoint.Answer = async context =>
        {
            request = await new StreamReader(context.Request.Body).ReadToEndAsync(context.RequestAborted);
            await FakeEndpoint.AnswerWith(context, System.Net.HttpStatusCode.OK, "{}");
        };
        using var host = Build();

        var outcomes = await host.Services.GetRequiredService<TimestreamBatchWriter>()
            .WriteAsync([SomeRecords.Record()], Cancelled);

        Assert.Equal([WriteOutcome.Written.Instance], outcomes);
        Assert.Contains("\"TableName\":\"another\"", request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_degrades_while_timestream_does_not_answer()
    {
        _endpoint.Answer = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };
        using var host = Build();

        await host.Services.GetRequiredService<TimestreamBatchWriter>().WriteAsync([SomeRecords.Record()], Cancelled);
        var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Cancelled);

        Assert.Equal(HealthStatus.Degraded, report.Status);
        Assert.StartsWith(
            "Timestream has not answered", report.Entries["timestream"].Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Timestream:Writer:FlushIntervall", "00:00:01", "FlushIntervall")]
    [InlineData("Timestream:Writer:MaxRecordsPerCall", "101", "MaxRecordsPerCall")]
    public async Task A_setting_that_cannot_work_is_named_at_start(string key, string value, string named)
    {
        _settings[key] = value;
        using var host = Build();

        var error = await Assert.ThrowsAnyAsync<Exception>(() => host.StartAsync(Cancelled));

        Assert.True(error is OptionsValidationException or InvalidOperationException, error.ToString());
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    private IHost Build()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(_settings);
        builder.AddServiceDefaults();
        builder.Services.AddTelemetryOptions(builder.Configuration);
        builder.AddTimestreamBatchWriter();
        return builder.Build();
    }
}
