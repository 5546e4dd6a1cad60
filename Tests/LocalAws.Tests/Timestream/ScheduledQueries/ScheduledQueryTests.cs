using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.TimestreamWrite.Model;

namespace TelemetryAspire.LocalAws.Tests.Timestream.ScheduledQueries;

public sealed class ScheduledQueryTests : TimestreamTest
{
    private const string Source = $"SELECT bin(@scheduled_runtime, 1m) AS t, DeviceID, avg(measure_value::double) AS mean FROM {FullName} "
        + "WHERE time <= @scheduled_runtime GROUP BY DeviceID";

    private const string MultiMappings = """
        {"MultiMeasureAttributeMappings":[{"SourceColumn":"mean","MeasureValueType":"DOUBLE"}],"TargetMultiMeasureName":"summary"}
        """;

    private TestBucket _bucket = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await CreateTableAsync();
        await Writer.CreateTableAsync(
            new CreateTableRequest { DatabaseName = Database, TableName = "derived" }, Cancellation);
        _bucket = await TestBucket.CreateAsync(LocalAws);
    }

    [Fact]
    public async Task A_query_that_is_due_writes_its_rows_into_the_target()
    {
        await WriteAsync(Reading("a", value: "1"), Reading("b", value: "2"));
        var arn = await CreateAsync(Request(Source));

        await PassAsync(TimeSpan.FromMinutes(1), arn, "AUTO_TRIGGER_SUCCESS");

        Assert.Equal(
            [["2026-03-01 12:01:00.000000000", "a", "summary", "1.0"], ["2026-03-01 12:01:00.000000000", "b", "summary", "2.0"]],
            await RowsAsync($"SELECT time, DeviceID, measure_name, mean FROM \"{Database}\".derived ORDER BY DeviceID"));
        var query = await DescribeAsync(arn);
        Assert.Equal(2, query.GetProperty("LastRunSummary").GetProperty("ExecutionStats").GetProperty("RecordsIngested").GetInt32());
        Assert.Equal(Seconds(Now.AddMinutes(1)), query.GetProperty("PreviousInvocationTime").GetDouble());
        Assert.Equal(Seconds(Now.AddMinutes(2)), query.GetProperty("NextInvocationTime").GetDouble());
    }

    [Fact]
    public async Task A_later_run_replaces_what_an_earlier_one_wrote()
    {
        await WriteAsync(Reading("a", value: "1"));
        var arn = await CreateAsync(Request(Source));
        await ExecuteAsync(arn, Now, "MANUAL_TRIGGER_SUCCESS");
        await WriteAsync(Reading("a", value: "5", version: 2));

        await ExecuteAsync(arn, Now.AddSeconds(1), "MANUAL_TRIGGER_SUCCESS");

        Assert.Equal(
            [["2026-03-01 12:00:00.000000000", "5.0"]], await RowsAsync($"SELECT time, mean FROM \"{Database}\".derived"));
    }

    [Fact]
    public async Task Mixed_mappings_make_a_record_of_each_measure_that_is_not_null()
    {
        await WriteAsync(Reading("a", value: "1"));
        var arn = await CreateAsync(Request(
            $"SELECT time, DeviceID, measure_value::double AS d, CAST(NULL AS BIGINT) AS n, true AS b FROM {FullName}",
            mapping: "MixedMeasureMappings",
            mappings: """
                [{"SourceColumn":"d","TargetMeasureName":"value","MeasureValueType":"DOUBLE"},
                {"SourceColumn":"n","MeasureValueType":"BIGINT"},{"SourceColumn":"b","MeasureValueType":"BOOLEAN"}]
                """,
            time: "time"));

        await ExecuteAsync(arn, Now, "MANUAL_TRIGGER_SUCCESS");

        Assert.Equal(
            [["b", null, "true"], ["value", "1.0", null]],
            await RowsAsync(
                $"SELECT measure_name, measure_value::double, measure_value::boolean FROM \"{Database}\".derived ORDER BY 1"));
    }

    [Fact]
    public async Task Records_that_are_refused_are_in_the_error_report()
    {
        await WriteAsync(Reading("a", value: "1"));
        var arn = await CreateAsync(Request(
            $"SELECT time - 100d AS t, DeviceID, measure_value::double AS mean FROM {FullName}"));

        await ExecuteAsync(arn, Now, "MANUAL_TRIGGER_FAILURE");

        var run = (await DescribeAsync(arn)).GetProperty("RecentlyFailedRuns")[0];
        var key = run.GetProperty("ErrorReportLocation").GetProperty("S3ReportLocation").GetProperty("ObjectKey").GetString()!;
        Assert.Matches($"^errors/{arn.Split('/')[1]}/{Now.ToUnixTimeSeconds()}/MANUAL/{Now.ToUnixTimeMilliseconds()}/[0-9a-f-]+$", key);
        var error = (await _bucket.JsonAsync(key)).GetProperty("errors")[0];
        Assert.Contains("outside the time range", error.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal("summary", error.GetProperty("records")[0].GetProperty("measureName").GetString());
        Assert.Equal("ENABLED", (await DescribeAsync(arn)).GetProperty("State").GetString());
    }

    [Fact]
    public async Task A_run_that_is_refused_as_a_whole_disables_its_query()
    {
        await WriteAsync(Reading("a"));
        var arn = await CreateAsync(Request(Source));
        await Writer.DeleteTableAsync(new DeleteTableRequest { DatabaseName = Database, TableName = Table }, Cancellation);

        await PassAsync(TimeSpan.FromMinutes(1), arn, "AUTO_TRIGGER_FAILURE");

        var query = await DescribeAsync(arn);
        Assert.Equal("DISABLED", query.GetProperty("State").GetString());
        Assert.False(query.TryGetProperty("NextInvocationTime", out _));
        Assert.Contains(Table, query.GetProperty("LastRunSummary").GetProperty("FailureReason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Queries_and_their_runs_are_kept_over_a_restart_and_go_on()
    {
        await WriteAsync(Reading("a"));
        var arn = await CreateAsync(Request(Source));
        await ExecuteAsync(arn, Now, "MANUAL_TRIGGER_SUCCESS");

        await RestartAsync();

        Assert.Equal(
            "MANUAL_TRIGGER_SUCCESS",
            (await DescribeAsync(arn)).GetProperty("LastRunSummary").GetProperty("RunStatus").GetString());
        await PassAsync(TimeSpan.FromMinutes(1), arn, "AUTO_TRIGGER_SUCCESS");
    }

    [Fact]
    public async Task A_disabled_query_runs_by_hand_only()
    {
        await WriteAsync(Reading("a"));
        var arn = await CreateAsync(Request(Source));
        await CallAsync("UpdateScheduledQuery", $$"""{"ScheduledQueryArn":"{{arn}}","State":"DISABLED"}""");
        Clock.Advance(TimeSpan.FromMinutes(5));

        await ExecuteAsync(arn, Now, "MANUAL_TRIGGER_SUCCESS");

        Assert.Equal(Seconds(Now), (await DescribeAsync(arn)).GetProperty("PreviousInvocationTime").GetDouble());
        Assert.Equal("DISABLED", (await DescribeAsync(arn)).GetProperty("State").GetString());
    }

    [Fact]
    public async Task Queries_are_listed_tagged_and_deleted()
    {
        await WriteAsync(Reading("a"));
        var arn = await CreateAsync(Request(Source));
        await CallAsync("TagResource", $$"""{"ResourceARN":"{{arn}}","Tags":[{"Key":"team","Value":"fleet"}]}""");

        var item = Assert.Single((await CallAsync("ListScheduledQueries", "{}")).GetProperty("ScheduledQueries").EnumerateArray());
        var tags = await CallAsync("ListTagsForResource", $$"""{"ResourceARN":"{{arn}}"}""");
        await CallAsync("DeleteScheduledQuery", $$"""{"ScheduledQueryArn":"{{arn}}"}""");
        var error = await RefusedAsync("DescribeScheduledQuery", $$"""{"ScheduledQueryArn":"{{arn}}"}""");

        Assert.Equal(arn, item.GetProperty("Arn").GetString());
        Assert.Equal("derived", item.GetProperty("TargetDestination").GetProperty("TimestreamDestination").GetProperty("TableName").GetString());
        Assert.Equal("fleet", tags.GetProperty("Tags")[0].GetProperty("Value").GetString());
        Assert.Equal("ResourceNotFoundException", error.Code);
    }

    [Fact]
    public async Task A_name_is_taken_once_but_a_repeated_call_is_the_same_call()
    {
        await WriteAsync(Reading("a"));
        var request = Request(Source);
        request["ClientToken"] = new string('x', 32);

        var first = await CreateAsync(request);
        var again = await CreateAsync(request);
        request["ClientToken"] = new string('y', 32);
        var error = await RefusedAsync("CreateScheduledQuery", request.ToJsonString());

        Assert.Equal(first, again);
        Assert.Equal("ConflictException", error.Code);
    }

    [Theory]
    [InlineData("SELECT nothing AS t", "'nothing'")]
    [InlineData("SHOW DATABASES", "must be a query")]
    [InlineData("SELECT @other AS t", "@other has no value")]
    [InlineData("SELECT 'x' AS t, 'a' AS DeviceID, 1.0 AS mean", "TimeColumn: the column 't' has the type varchar")]
    [InlineData("SELECT now() AS t, 1 AS DeviceID, 1.0 AS mean", "DimensionMappings: the column 'DeviceID' has the type integer")]
    [InlineData("SELECT now() AS t, 'a' AS DeviceID", "MultiMeasureAttributeMappings: the query has no column 'mean'")]
    public async Task A_query_that_could_not_be_run_is_refused_at_once(string sql, string message)
    {
        var error = await RefusedAsync("CreateScheduledQuery", Request(sql).ToJsonString());

        Assert.Equal("ValidationException", error.Code);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_member_that_breaks_a_constraint_is_named()
    {
        var error = await RefusedAsync("CreateScheduledQuery", """{"Name":"/x","QueryString":"","TargetConfiguration":{}}""");

        Assert.StartsWith("7 validation errors detected", error.Message, StringComparison.Ordinal);
        Assert.Contains("'errorReportConfiguration.s3Configuration'", error.Message, StringComparison.Ordinal);
        Assert.Contains("'targetConfiguration.timestreamConfiguration'", error.Message, StringComparison.Ordinal);
    }

    private static double Seconds(DateTimeOffset time) => time.ToUnixTimeSeconds();

    private static JsonObject Request(
        string sql, string mapping = "MultiMeasureMappings", string mappings = MultiMappings, string time = "t") => new()
        {
            ["Name"] = "per-minute",
            ["QueryString"] = sql,
            ["ScheduleConfiguration"] = new JsonObject { ["ScheduleExpression"] = "cron(* * * * ? *)" },
            ["NotificationConfiguration"] = JsonNode.Parse("""{"SnsConfiguration":{"TopicArn":"arn:aws:sns:us-east-1:000000000000:runs"}}"""),
            ["ScheduledQueryExecutionRoleArn"] = "arn:aws:iam::000000000000:role/queries",
            ["ErrorReportConfiguration"] = JsonNode.Parse(
                """{"S3Configuration":{"BucketName":"timestream-results","ObjectKeyPrefix":"errors"}}"""),
            ["TargetConfiguration"] = new JsonObject
            {
                ["TimestreamConfiguration"] = new JsonObject
                {
                    ["DatabaseName"] = Database,
                    ["TableName"] = "derived",
                    ["TimeColumn"] = time,
                    ["DimensionMappings"] = JsonNode.Parse("""[{"Name":"DeviceID","DimensionValueType":"VARCHAR"}]"""),
                    [mapping] = JsonNode.Parse(mappings),
                },
            },
        };

    private async Task<string> CreateAsync(JsonObject request) =>
        (await CallAsync("CreateScheduledQuery", request.ToJsonString())).GetProperty("Arn").GetString()!;

    private async Task<JsonElement> DescribeAsync(string arn) =>
        (await CallAsync("DescribeScheduledQuery", $$"""{"ScheduledQueryArn":"{{arn}}"}""")).GetProperty("ScheduledQuery");

    private async Task ExecuteAsync(string arn, DateTimeOffset invocation, string status)
    {
        await CallAsync(
            "ExecuteScheduledQuery",
            $$"""{"ScheduledQueryArn":"{{arn}}","InvocationTime":{{invocation.ToUnixTimeSeconds()}}}""");
        await Eventually.UntilAsync(async () => await IsLastAsync(arn, invocation, status));
    }

    /// <summary>Lets time pass until the query's next run for that time is over.</summary>
    private async Task PassAsync(TimeSpan time, string arn, string status)
    {
        var due = Now + time;
        await Eventually.UntilAsync(async () =>
        {
            if (Clock.GetUtcNow() < due)
            {
                Clock.Advance(due - Clock.GetUtcNow());
            }

            return await IsLastAsync(arn, due, status);
        });
    }

    private async Task<bool> IsLastAsync(string arn, DateTimeOffset invocation, string status)
    {
        var query = await DescribeAsync(arn);
        return query.TryGetProperty("LastRunSummary", out var run)
            && run.GetProperty("RunStatus").GetString() == status
            && run.GetProperty("InvocationTime").GetDouble() == Seconds(invocation);
    }
}
