using Microsoft.Extensions.Options;

namespace TelemetryAspire.Telemetry.Tests;

/// <summary>A setting that cannot work is named before anything starts.</summary>
public sealed class TelemetryOptionsTests
{
    [Fact]
    public void The_defaults_are_valid_and_are_the_names_of_the_design()
    {
        var options = Read.Settings("{}").Value;

        Assert.Equal("KinesisTimestreamEvents", options.StreamName);
        Assert.Equal("TimestreamDB", options.DatabaseName);
        Assert.Equal("TimestreamTable", options.TableName);
        Assert.Equal("telemetry-to-lake", options.DeliveryStreamName);
        Assert.Equal("telemetry-lake", options.BucketName);
        Assert.Equal(TimeSpan.FromMinutes(14), options.Clock.MaxLead);
        Assert.Equal(AheadPolicy.Correct, options.Clock.Ahead);
    }

    [Theory]
    [InlineData("""{"StreamName":""}""", "Telemetry:StreamName")]
    [InlineData("""{"StreamName":"a b"}""", "Telemetry:StreamName")]
    [InlineData("""{"DatabaseName":"ab"}""", "Telemetry:DatabaseName")]
    [InlineData("""{"TableName":"a/b"}""", "Telemetry:TableName")]
    [InlineData("""{"DeliveryStreamName":"x:y"}""", "Telemetry:DeliveryStreamName")]
    [InlineData("""{"BucketName":"Upper"}""", "Telemetry:BucketName")]
    [InlineData("""{"Clock":{"MaxLead":"00:16:00"}}""", "Telemetry:Clock:MaxLead")]
    [InlineData("""{"Clock":{"MaxLead":"-00:00:01"}}""", "Telemetry:Clock:MaxLead")]
    [InlineData("""{"Mapping":{"Time":{"Path":""}}}""", "Telemetry:Mapping:Time:Path")]
    [InlineData("""{"Mapping":{"Time":{"Path":"ti*"}}}""", "Telemetry:Mapping:Time:Path")]
    [InlineData("""{"Mapping":{"Time":{"UnitPath":"$.a..b"}}}""", "Telemetry:Mapping:Time:UnitPath")]
    [InlineData("""{"Mapping":{"Measures":[{"Path":"a"},{"Path":"$"}]}}""", "Telemetry:Mapping:Measures:1:Path")]
    [InlineData("""{"Mapping":{"Measures":[{"Path":"$.a[0]"}]}}""", "Telemetry:Mapping:Measures:0:Path")]
    [InlineData("""{"Mapping":{"Measures":[{"Path":"$.a['b"}]}}""", "Telemetry:Mapping:Measures:0:Path")]
    [InlineData("""{"Mapping":{"Measures":[{"Path":"$.*.b"}]}}""", "Telemetry:Mapping:Measures:0:Path")]
    [InlineData("""{"Mapping":{"Measures":[{"Path":"a"},{"Path":"A"}]}}""", "Telemetry:Mapping:Measures:1:Path")]
    [InlineData("""{"Mapping":{"Measures":[{"Path":"a"},{"Path":"$.a.b"}]}}""", "Telemetry:Mapping:Measures:1:Path")]
    [InlineData("""{"Mapping":{"Measures":[{"Path":"$.a.b"},{"Path":"a"}]}}""", "Telemetry:Mapping:Measures:1:Path")]
    [InlineData("""{"Mapping":{"Measures":[{"Path":"a"},{"Path":"b","Name":"a"}]}}""", "Telemetry:Mapping:Measures:1:Name")]
    [InlineData("""{"Mapping":{"Measures":[{"Path":"a*","Name":"a"}]}}""", "Telemetry:Mapping:Measures:0:Name")]
    [InlineData("""{"Mapping":{"Measures":[{"Path":"a","Name":"ts_a"}]}}""", "Telemetry:Mapping:Measures:0:Name")]
    [InlineData("""{"Mapping":{"Measures":[{"Path":"a","Type":"Float"}]}}""", "Telemetry:Mapping:Measures:0:Type")]
    [InlineData("""{"Mapping":{"Dimensions":[{"Path":"a:b"}]}}""", "Telemetry:Mapping:Dimensions:0:Path")]
    [InlineData("""{"Mapping":{"Records":"MultiMeasure","MultiMeasureName":""}}""", "Telemetry:Mapping:MultiMeasureName")]
    [InlineData("""{"Mapping":{"TraceParent":"$"}}""", "Telemetry:Mapping:TraceParent")]
    [InlineData("""{"Mapping":{"Time":{"Unit":"Hours"}}}""", "Telemetry:Mapping:Time:Unit")]
    public void A_value_that_cannot_work_is_refused_by_its_key(string settings, string key)
    {
        var options = Read.Settings($$"""{ "Telemetry": {{settings}} }""");

        var error = Assert.ThrowsAny<Exception>(() => options.Value);

        Assert.True(error is OptionsValidationException or InvalidOperationException, error.GetType().Name);
        Assert.Contains(key, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"Stream":"a"}""", "Stream")]
    [InlineData("""{"Mapping":{"Measure":[]}}""", "Mapping:Measure")]
    [InlineData("""{"Mapping":{"Measures":[{"Path":"a","Kind":"x"}]}}""", "Mapping:Measures:0:Kind")]
    [InlineData("""{"Clock":{"Lead":"00:01:00"}}""", "Clock:Lead")]
    public void An_unknown_key_is_refused_by_its_name(string settings, string key)
    {
        var options = Read.Settings($$"""{ "Telemetry": {{settings}} }""");

        var refused = Assert.Throws<OptionsValidationException>(() => options.Value);
        Assert.StartsWith($"Setting Telemetry:{key} is unknown; the keys of ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_error_is_told_at_once()
    {
        var options = Read.Settings("""{ "Telemetry": { "StreamName": "", "Mapping": { "Time": { "Path": "" } } } }""");

        Assert.Equal(2, Assert.Throws<OptionsValidationException>(() => options.Value).Failures.Count());
    }
}
