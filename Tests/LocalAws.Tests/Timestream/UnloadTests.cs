using System.Text.Json;
using Amazon.TimestreamQuery.Model;

namespace TelemetryAspire.LocalAws.Tests.Timestream;

public sealed class UnloadTests : TimestreamTest
{
    private const string Results = "TO 's3://timestream-results/runs/'";
    private TestBucket _bucket = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await CreateTableAsync();
        await WriteAsync(Reading("a"), Reading("b", value: "2.5"), Reading("c,d", value: "3.5"));
        _bucket = await TestBucket.CreateAsync(LocalAws);
    }

    [Fact]
    public async Task Rows_become_a_compressed_file_that_the_manifest_names()
    {
        var row = Assert.Single(await RowsAsync(
            $"UNLOAD (SELECT DeviceID, measure_value::double FROM {FullName} ORDER BY 1) {Results}"));

        Assert.Equal("3", row[0]);
        var manifest = await _bucket.JsonAsync(TestBucket.KeyOf(row[2]!));
        var file = Assert.Single(manifest.GetProperty("result_files").EnumerateArray());
        var key = TestBucket.KeyOf(file.GetProperty("url").GetString()!);
        Assert.Matches("^runs/results/[A-Z0-9]+_[0-9a-f-]{36}\\.gz$", key);
        Assert.Equal("a,1.5\nb,2.5\n\"c,d\",3.5\n", await _bucket.TextAsync(key));
        Assert.Equal(3, file.GetProperty("file_metadata").GetProperty("row_count").GetInt32());
        Assert.Equal(3, manifest.GetProperty("query_metadata").GetProperty("total_row_count").GetInt32());
        Assert.Equal("CSV", manifest.GetProperty("query_metadata").GetProperty("result_format").GetString());
    }

    [Fact]
    public async Task The_metadata_names_the_columns_as_the_answer_would()
    {
        var row = Assert.Single(await RowsAsync(
            $"UNLOAD (SELECT DeviceID, time AS t, measure_value::double FROM {FullName}) {Results}"));

        var metadata = await _bucket.JsonAsync(TestBucket.KeyOf(row[1]!));

        Assert.Equal(
            """[{"Name":"DeviceID","Type":{"ScalarType":"VARCHAR"}},{"Name":"t","Type":{"ScalarType":"TIMESTAMP"}},{"Name":"measure_value::double","Type":{"ScalarType":"DOUBLE"}}]""",
            metadata.GetProperty("ColumnInfo").GetRawText());
        Assert.Equal("Amazon Timestream", metadata.GetProperty("Author").GetProperty("Name").GetString());
    }

    [Fact]
    public async Task Partitions_are_folders_and_their_columns_are_in_no_file()
    {
        await UnloadAsync(
            $"SELECT measure_value::double AS value, DeviceID, measure_name FROM {FullName}",
            "partitioned_by = ARRAY['DeviceID', 'measure_name'], compression = 'NONE', include_header = 'true'");

        var keys = (await _bucket.KeysAsync()).Where(key => key.EndsWith(".csv", StringComparison.Ordinal)).ToList();

        Assert.Equal(
            ["DeviceID=a/measure_name=temperature", "DeviceID=b/measure_name=temperature", "DeviceID=c,d/measure_name=temperature"],
            keys.Select(key => key["runs/results/".Length..key.LastIndexOf('/')]));
        Assert.Equal("value\n1.5\n", await _bucket.TextAsync(keys[0]));
    }

    [Theory]
    [InlineData(@"'Time""stream'", "", """Time\"stream""")]
    [InlineData(@"'Time\stream'", "", """Time\\stream""")]
    [InlineData("'a,b'", "", "\"a,b\"")]
    [InlineData("'a,b'", "field_delimiter = '|'", "a,b")]
    [InlineData("'a|b'", "field_delimiter = '|'", "\"a|b\"")]
    [InlineData("'a\"b'", "escaped_by = '!'", "a!\"b")]
    [InlineData("ARRAY[23, 24, 25]", "", "\"[23,24,25]\"")]
    [InlineData("CAST(ROW(23.0, 'hello') AS ROW(x DOUBLE, y VARCHAR))", "", """
        "{\"x\":23.0,\"y\":\"hello\"}"
        """)]
    [InlineData("CAST(NULL AS VARCHAR)", "", "")]
    public async Task A_value_is_written_as_the_guide_has_it(string expression, string option, string expected)
    {
        Assert.Equal(expected + "\n", await UnloadAsync($"SELECT {expression} AS x", $"compression = 'NONE'{(option == "" ? "" : ", ")}{option}"));
    }

    [Theory]
    [InlineData("'a/b=c%'", "a%2Fb%3Dc%25")]
    [InlineData("chr(10)", "%0A")]
    [InlineData("CAST(NULL AS VARCHAR)", "__HIVE_DEFAULT_PARTITION__")]
    public async Task A_value_that_is_partitioned_by_is_one_part_of_the_key(string expression, string part)
    {
        await UnloadAsync($"SELECT 1 AS x, {expression} AS y", "partitioned_by = ARRAY['y']");

        Assert.Contains(await _bucket.KeysAsync(), key => key.StartsWith($"runs/results/y={part}/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_time_series_is_written_with_its_zone()
    {
        var text = await UnloadAsync(
            "SELECT create_time_series(t, 100.0) AS x FROM (VALUES from_nanoseconds(10)) AS v(t)", "compression = 'NONE'");

        Assert.Equal(
            """
            "[{\"time\":\"1970-01-01 00:00:00.000000010Z\",\"value\":100.0}]"
            """ + "\n",
            text);
    }

    [Fact]
    public async Task A_file_that_has_grown_enough_is_followed_by_another()
    {
        var row = Assert.Single(await RowsAsync(
            "UNLOAD (SELECT n, rpad('', 20000, 'x') AS x FROM UNNEST(sequence(1, 1000)) AS t(n)) "
            + $"{Results} WITH (compression = 'NONE', max_file_size = '16MB')"));

        var files = (await _bucket.JsonAsync(TestBucket.KeyOf(row[2]!))).GetProperty("result_files").EnumerateArray().ToList();

        Assert.Equal(2, files.Count);
        Assert.Equal(1000, files.Sum(file => file.GetProperty("file_metadata").GetProperty("row_count").GetInt32()));
        Assert.All(files, file => Assert.InRange(
            file.GetProperty("file_metadata").GetProperty("content_length_in_bytes").GetInt64(), 1, 17 * 1024 * 1024));
    }

    [Fact]
    public async Task Insights_tell_what_was_written()
    {
        var answer = await CallAsync("Query", JsonSerializer.Serialize(new
        {
            QueryString = $"UNLOAD (SELECT 1 AS x, DeviceID FROM {FullName}) {Results} WITH (partitioned_by = ARRAY['DeviceID'])",
            QueryInsights = new { Mode = "ENABLED_WITH_RATE_CONTROL" },
        }));

        var insights = answer.GetProperty("QueryInsightsResponse");
        Assert.Equal(1, insights.GetProperty("QueryTableCount").GetInt32());
        Assert.Equal(3, insights.GetProperty("UnloadPartitionCount").GetInt32());
        Assert.Equal(3, insights.GetProperty("UnloadWrittenRows").GetInt32());
    }

    [Theory]
    [InlineData("TO 's3://timestream-results/x' WITH (format = 'PARQUET')", "line 1:64: UNLOAD with format = 'PARQUET' is not supported")]
    [InlineData("TO 's3://timestream-results/x' WITH (encryption = 'SSE_KMS')", "encryption = 'SSE_KMS' is not supported")]
    [InlineData("TO 's3://timestream-results/x' WITH (compression = 'ZIP')", "must be one of GZIP, NONE, not 'ZIP'")]
    [InlineData("TO 's3://timestream-results/x' WITH (colour = 'red')", "line 1:64: the UNLOAD option 'colour' does not exist")]
    [InlineData("TO 's3://timestream-results/x' WITH (max_file_size = '1MB')", "'16MB' to '78GB'")]
    [InlineData("TO 's3://timestream-results/x' WITH (partitioned_by = ARRAY['y'])", "'y' is not where it belongs")]
    [InlineData("TO 's3://timestream-results/x' WITH (partitioned_by = ARRAY['_col0', 'x'])", "must leave a column")]
    [InlineData("TO 's3://timestream-results/a\nb'", "must have the form s3://bucket/prefix")]
    [InlineData("TO '/tmp/x'", "must have the form s3://bucket/prefix")]
    [InlineData("TO 's3://absent/x'", "The bucket 'absent'")]
    public async Task An_UNLOAD_that_cannot_be_carried_out_is_refused(string rest, string message)
    {
        var error = await Assert.ThrowsAsync<ValidationException>(() => QueryAsync($"UNLOAD (SELECT 1, 2 AS x) {rest}"));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Empty(await _bucket.KeysAsync());
    }

    [Fact]
    public async Task More_than_a_hundred_partitions_are_refused_without_a_manifest()
    {
        var error = await Assert.ThrowsAsync<ValidationException>(() => QueryAsync(
            $"UNLOAD (SELECT 1 AS x, n FROM UNNEST(sequence(1, 101)) AS t(n)) {Results} WITH (partitioned_by = ARRAY['n'])"));

        Assert.Contains("100 partitions", error.Message, StringComparison.Ordinal);
        Assert.Empty(await _bucket.KeysAsync());
    }

    [Fact]
    public async Task An_UNLOAD_of_no_rows_writes_manifest_and_metadata_only()
    {
        var row = Assert.Single(await RowsAsync($"UNLOAD (SELECT 1 AS x WHERE false) {Results}"));

        Assert.Equal("0", row[0]);
        Assert.Equal(2, (await _bucket.KeysAsync()).Count);
    }

    [Fact]
    public async Task A_prepared_UNLOAD_writes_nothing()
    {
        var answer = await CallAsync("PrepareQuery", JsonSerializer.Serialize(new
        {
            QueryString = $"UNLOAD (SELECT DeviceID FROM {FullName}) {Results}",
            ValidateOnly = true,
        }));

        Assert.Equal(
            ["rows", "metadataFile", "manifestFile"],
            answer.GetProperty("Columns").EnumerateArray().Select(column => column.GetProperty("Name").GetString()));
        Assert.Empty(await _bucket.KeysAsync());
    }

    /// <summary>Unloads into one file, and reads it.</summary>
    private async Task<string> UnloadAsync(string query, string options)
    {
        var row = Assert.Single(await RowsAsync($"UNLOAD ({query}) {Results} WITH ({options})"));
        var manifest = await _bucket.JsonAsync(TestBucket.KeyOf(row[2]!));
        var url = manifest.GetProperty("result_files")[0].GetProperty("url").GetString()!;
        return await _bucket.TextAsync(TestBucket.KeyOf(url));
    }
}
