using System.Text;
using System.Text.Json;

namespace TelemetryAspire.LocalAws.Tests.Scenarios;

/// <summary>Timestream as clients nobody here wrote see it.</summary>
public sealed class TimestreamScenarioTests(TimestreamScenario scenario)
    : ScenarioTests(scenario), IClassFixture<TimestreamScenario>
{
    private readonly TimestreamScenario _scenario = scenario;

    protected override string Service => "Timestream";

    protected override string[] Packages => ["timestream-write", "timestream-query"];

    [Theory, EveryClient]
    public async Task Databases_and_tables_are_described_as_they_were_made(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);

        Assert.StartsWith("http://127.0.0.1:", answers["WriteEndpoints.Endpoints.0.Address"]);
        Assert.Equal(answers["WriteEndpoints.Endpoints.0.Address"], answers["QueryEndpoints.Endpoints.0.Address"]);
        Assert.Equal("fleet", answers["DescribeDatabase.Database.DatabaseName"]);
        Assert.Equal("arn:aws:kms:us-east-1:000000000000:key/fleet", answers["ListDatabases.Databases.0.KmsKeyId"]);
        Assert.Equal("24", answers["DescribeTable.Table.RetentionProperties.MemoryStoreRetentionPeriodInHours"]);
        Assert.Equal("48", answers["ListTables.Tables.0.RetentionProperties.MemoryStoreRetentionPeriodInHours"]);
    }

    [Theory, EveryClient]
    public async Task Records_are_rows_and_a_newer_version_replaces_a_value(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);

        Assert.Equal("2", answers["WriteRecords.RecordsIngested.Total"]);
        Assert.Equal("1", answers["WriteNewer.RecordsIngested.Total"]);
        Assert.Equal(
            ["device-1 humidity 40.0", "device-1 temperature 22.0"],
            answers.Items("Query.Rows").Select(row => string.Join(
                ' ', row.GetProperty("Data").EnumerateArray().Select(datum => datum.GetProperty("ScalarValue")))));
        Assert.Equal("DOUBLE", answers["Query.ColumnInfo.2.Type.ScalarType"]);
    }

    [Theory, EveryClient]
    public async Task A_query_is_paged_prepared_and_cancelled(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);

        Assert.Single(answers.Items("FirstPage.Rows"));
        Assert.NotNull(answers["FirstPage.NextToken"]);
        Assert.Equal("DeviceID", answers["PrepareQuery.Columns.0.Name"]);
        Assert.Contains(answers["FirstPage.QueryId"]!, answers["CancelQuery.CancellationMessage"]);
    }

    [Theory, EveryClient]
    public async Task Tags_and_account_settings_are_told_again(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);

        Assert.Equal("""[{"Key":"team","Value":"fleet"}]""", Compact(answers["ListTagsForResource.Tags"]));
        Assert.Equal("""[{"Key":"stage","Value":"live"}]""", Compact(answers["TagsOfQuery.Tags"]));
        Assert.Equal("40", answers["DescribeAccountSettings.MaxQueryTCU"]);
    }

    [Theory, EveryClient]
    public async Task UNLOAD_writes_a_file_into_S3_and_insights_are_told(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);

        Assert.Equal("2", answers["Unload.Rows.0.Data.0.ScalarValue"]);
        Assert.Equal(
            ["", "DeviceID,measure_name", "device-1,humidity", "device-1,temperature"],
            Encoding.UTF8.GetString(answers.Bytes("UnloadedFile.Body")).Split('\n').Order(StringComparer.Ordinal));
        Assert.Equal("1", answers["Insights.QueryInsightsResponse.QueryTableCount"]);
    }

    [Theory, EveryClient]
    public async Task A_scheduled_query_writes_into_a_table_whose_partition_key_is_required(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);

        Assert.Equal("RejectedRecordsException", answers["WithoutKey.Error.Code"]);
        Assert.Equal("hourly", answers["ListScheduledQueries.ScheduledQueries.0.Name"]);
        Assert.Equal("DISABLED", answers["DescribeScheduledQuery.ScheduledQuery.State"]);
        Assert.Equal("1", answers["DescribeScheduledQuery.ScheduledQuery.LastRunSummary.ExecutionStats.RecordsIngested"]);
        Assert.Equal(
            ["device-1", "summary", "22.0"],
            answers.Items("Derived.Rows.0.Data").Select(datum => datum.GetProperty("ScalarValue").ToString()));
        Assert.Equal("ResourceNotFoundException", answers["DeletedQuery.Error.Code"]);
    }

    [Theory, EveryClient]
    public async Task Batch_load_is_refused_in_a_way_that_the_client_knows(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);

        Assert.Equal("ValidationException", answers["CreateBatchLoadTask.Error.Code"]);
        Assert.Equal("[]", answers["ListBatchLoadTasks.BatchLoadTasks"]);
        Assert.Equal("ResourceNotFoundException", answers["DescribeBatchLoadTask.Error.Code"]);
        Assert.Equal("ResourceNotFoundException", answers["ResumeBatchLoadTask.Error.Code"]);
    }

    [Theory, EveryClient]
    public async Task A_refusal_is_the_error_that_the_client_knows(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);

        Assert.Equal("RejectedRecordsException", answers["WriteAgain.Error.Code"]);
        Assert.Equal("ConflictException", answers["CreateAgain.Error.Code"]);
        Assert.Equal("ResourceNotFoundException", answers["DescribeAbsent.Error.Code"]);
        Assert.Equal("ValidationException", answers["QueryOfNonsense.Error.Code"]);
        Assert.Equal("ValidationException", answers["DeleteTooEarly.Error.Code"]);
        Assert.Equal("ResourceNotFoundException", answers["Deleted.Error.Code"]);
    }

    /// <summary>JSON without the spaces that some clients print.</summary>
    private static string Compact(string? json) => JsonSerializer.Serialize(JsonElement.Parse(json!));
}
