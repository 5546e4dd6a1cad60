namespace TelemetryAspire.LocalAws.Tests.Protocol;

/// <summary>What stands on the command line is read or refused, never ignored.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--Port=4999")]
    [InlineData("--Port", "4999")]
    [InlineData("--urls=http://localhost:1")]
    [InlineData("/Port=4999")]
    [InlineData("Port=4999")]
    [InlineData("start")]
    [InlineData("LocalAws:Port")]
    [InlineData("-p=1")]
    [InlineData("--LocalAws:Port", "1", "--verbose")]
    public void What_is_no_setting_is_named(params string[] args)
    {
        var refusal = Assert.Throws<LocalAwsStartupException>(() => LocalAwsApplication.Build(args));

        Assert.EndsWith(
            "' on the command line is no setting of LocalAws; they are written --LocalAws:Port=4567, and --help lists "
            + "them.",
            refusal.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_setting_without_a_value_is_named() => Assert.Equal(
        "'--LocalAws:Port' on the command line has no value.",
        Assert.Throws<LocalAwsStartupException>(() => LocalAwsApplication.Build(["--LocalAws:Port"])).Message);

    [Theory]
    [InlineData]
    [InlineData("--LocalAws:Port=0", "--localaws:fsync", "Never")]
    [InlineData("/LocalAws:Port=0", "LocalAws:Fsync=Never", "--Logging:LogLevel:Default=Warning")]
    [InlineData("--environment=Production")]
    public void Settings_are_accepted_in_every_form(params string[] args) => CommandLine.Verify(args);

    [Fact]
    public async Task Help_lists_every_setting_and_starts_nothing()
    {
        var (exitCode, standardError) = await LocalAwsProcess.RunToEndAsync("--help");

        Assert.Equal(0, exitCode);
        Assert.Empty(standardError);
        Assert.All(
            typeof(LocalAwsOptions).GetProperties(),
            option => Assert.Contains("\n  " + option.Name + " ", CommandLine.Usage, StringComparison.Ordinal));
    }
}
