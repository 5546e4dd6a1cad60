using System.Diagnostics;

namespace TelemetryAspire.LocalAws.Tests;

public sealed class LocalAwsProcessTests
{
    [Fact]
    public async Task A_process_that_ended_without_the_test_says_how()
    {
        using var data = new TemporaryDirectory();
        var localAws = await LocalAwsProcess.StartAsync(data.FullName);
        using (var process = Process.GetProcessById(localAws.Id))
        {
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => localAws.DisposeAsync().AsTask());

        Assert.Contains("exit code 137", exception.Message, StringComparison.Ordinal);
    }
}
