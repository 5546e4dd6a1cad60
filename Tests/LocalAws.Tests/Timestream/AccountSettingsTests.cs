namespace TelemetryAspire.LocalAws.Tests.Timestream;

public sealed class AccountSettingsTests : TimestreamTest
{
    [Fact]
    public async Task A_new_account_has_the_default_quota_of_compute_units()
    {
        var settings = await CallAsync("DescribeAccountSettings", "{}");

        Assert.Equal(
            """{"MaxQueryTCU":200,"QueryPricingModel":"COMPUTE_UNITS","QueryCompute":{"ComputeMode":"ON_DEMAND"}}""",
            settings.GetRawText());
    }

    [Fact]
    public async Task What_an_update_sets_is_kept_over_a_restart()
    {
        await CallAsync("UpdateAccountSettings", """
            {"MaxQueryTCU":40,"QueryCompute":{"ComputeMode":"PROVISIONED","ProvisionedCapacity":{"TargetQueryTCU":8}}}
            """);

        await RestartAsync();

        var settings = await CallAsync("DescribeAccountSettings", "{}");
        Assert.Equal(40, settings.GetProperty("MaxQueryTCU").GetInt32());
        Assert.Equal(
            """
            {"ComputeMode":"PROVISIONED","ProvisionedCapacity":{"ActiveQueryTCU":8,"LastUpdate":{"TargetQueryTCU":8,"Status":"SUCCEEDED"}}}
            """,
            settings.GetProperty("QueryCompute").GetRawText());
    }

    [Theory]
    [InlineData("""{"MaxQueryTCU":6}""", "MaxQueryTCU 6")]
    [InlineData("""{"MaxQueryTCU":1004}""", "MaxQueryTCU 1004")]
    [InlineData("""{"QueryPricingModel":"BYTES_SCANNED"}""", "COMPUTE_UNITS")]
    [InlineData("""{"QueryPricingModel":"FREE"}""", "'queryPricingModel'")]
    [InlineData("""{"QueryCompute":{"ComputeMode":"PROVISIONED"}}""", "TargetQueryTCU")]
    [InlineData("""{"QueryCompute":{"ProvisionedCapacity":{}}}""", "'queryCompute.provisionedCapacity.targetQueryTCU'")]
    [InlineData("""{"QueryCompute":{"ProvisionedCapacity":{"TargetQueryTCU":8}}}""", "PROVISIONED")]
    public async Task A_setting_that_AWS_does_not_have_is_refused_by_name(string request, string message)
    {
        var error = await RefusedAsync("UpdateAccountSettings", request);

        Assert.Equal("ValidationException", error.Code);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }
}
