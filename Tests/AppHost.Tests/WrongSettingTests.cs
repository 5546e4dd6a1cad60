namespace TelemetryAspire.AppHost.Tests;

public sealed class WrongSettingTests : IDisposable
{
    private readonly TemporaryFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Theory]
    [InlineData("--LocalAws:Port=abc", "setting LocalAws:Port is 'abc'; it must be a whole number from 0 ")]
    [InlineData("--LocalAws:Port=70000", "setting LocalAws:Port is '70000'; it must be a whole number from 0 ")]
    [InlineData("--LocalAws:Port=-1", "setting LocalAws:Port is '-1'; it must be a whole number from 0 ")]
    [InlineData(
        "--Telemetry:Clock:MaxLead=abc",
        "Telemetry: Failed to convert configuration value 'abc' at 'Telemetry:Clock")]
    [InlineData("--Telemetry:BucketName=X", "Telemetry:BucketName: 'X' is not 3 to 63 characters of a-z")]
    [InlineData(
        "--Telemetry:StreamNam=x",
        "Setting Telemetry:StreamNam is unknown; the keys of Telemetry are StreamName,")]
    [InlineData(
        "--Simulatr:Devices=3",
        "nothing reads settings of section Simulatr; the sections are AwsClients, Forwarder, FunctionHost, LocalAws, "
        + "Simulator, Telemetry, Timestream.")]
    public async Task A_wrong_setting_is_one_line_and_exit_code_1(string argument, string message)
    {
        var (exitCode, error) = await AppHostProcess.RunToEndAsync(_data.Path, argument);

        Assert.Equal(1, exitCode);
        var line = Assert.Single(error.TrimEnd().Split('\n'));
        Assert.StartsWith($"The AppHost cannot start: {message}", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Parameters:password=x")]
    [InlineData("--Logging:LogLevel:Default=Debug")]
    [InlineData("--AppHost:OtlpApiKey=x")]
    [InlineData("--DcpPublisher:RandomizePorts=true")]
    [InlineData("--publisher=manifest")]
    [InlineData("--environment=Production")]
    [InlineData("--simulator:devices=3")]
    public async Task Settings_of_Aspire_and_of_NET_are_let_through(string argument)
    {
        await using var appHost = await Sample.AppHostAsync(_data.Path, argument);

        Assert.Contains(appHost.Resources, resource => resource.Name == "simulator");
    }
}
