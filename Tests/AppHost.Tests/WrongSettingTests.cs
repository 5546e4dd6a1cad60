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
    public async Task A_wrong_setting_is_one_line_and_exit_code_1(string argument, string message)
    {
        var (exitCode, error) = await AppHostProcess.RunToEndAsync(_data.Path, argument);

        Assert.Equal(1, exitCode);
        var line = Assert.Single(error.TrimEnd().Split('\n'));
        Assert.StartsWith($"The AppHost cannot start: {message}", line, StringComparison.Ordinal);
    }
}
