using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace TelemetryAspire.ServiceDefaults.Tests.Health;

public sealed class DefaultEndpointsTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/health")]
    [InlineData("/alive")]
    public async Task A_web_application_serves_both_on_its_own_server(string path)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddServiceDefaults();
        await using var app = builder.Build();
        app.MapDefaultEndpoints();
        await app.StartAsync(Cancelled);
        using var http = new HttpClient();

        var body = await http.GetStringAsync(new Uri(app.Urls.Single() + path), Cancelled);

        Assert.Equal("""{"status":"Healthy","checks":{"self":{"status":"Healthy"}}}""", body);
        Assert.DoesNotContain(app.Services.GetServices<IHostedService>(), service => service is HealthServer);
    }
}
