using Microsoft.Extensions.DependencyInjection;
using TelemetryAspire.LocalAws.Admin.Faults;

namespace TelemetryAspire.LocalAws.Tests.Scenarios;

/// <summary>The services that are complete, against AWS's own model of them: nothing is forgotten.</summary>
public sealed class ModelTests
{
    [Theory]
    [InlineData("Kinesis", 39)]
    [InlineData("Firehose", 12)]
    public async Task Every_operation_of_the_model_is_offered(string service, int count)
    {
        await using var host = await LocalAwsHost.StartAsync();
        var offered = host.Services.GetRequiredService<OperationCatalog>().Names;

        var model = JavaScriptModel.Operations(service.ToLowerInvariant());

        Assert.Equal(count, model.Count);
        Assert.Empty(model.Except(offered
            .Where(name => name.StartsWith(service + ".", StringComparison.Ordinal))
            .Select(name => name[(service.Length + 1)..])));
    }

    [Fact]
    public async Task Every_operation_of_both_services_of_Timestream_is_offered()
    {
        await using var host = await LocalAwsHost.StartAsync();
        var offered = host.Services.GetRequiredService<OperationCatalog>().Names.ToHashSet();
        var (write, query) = (JavaScriptModel.Operations("timestream-write"), JavaScriptModel.Operations("timestream-query"));

        Assert.Equal((19, 15), (write.Count, query.Count));
        Assert.Empty(write.Concat(query).Select(operation => "Timestream." + operation).Except(offered));
    }

    [Fact]
    public async Task The_lock_file_of_the_clients_names_no_host()
    {
        var file = Path.Combine(ForeignClient.Folder, "JavaScript", "package-lock.json");

        Assert.DoesNotContain("://", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }
}
