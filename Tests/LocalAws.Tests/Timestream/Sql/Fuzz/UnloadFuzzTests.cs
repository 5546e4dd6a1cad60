using Microsoft.Extensions.DependencyInjection;
using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Sql;

namespace TelemetryAspire.LocalAws.Tests.Timestream.Sql.Fuzz;

/// <summary>Mutated UNLOADs, prepared: each is described, or is a ValidationException.</summary>
public sealed class UnloadFuzzTests : TimestreamTest
{
    private const int Seed = 20260302;
    private const int Statements = 5_000;

    private static readonly string[] Corpus =
    [
        "UNLOAD (SELECT 1 AS x, 'a' AS y) TO 's3://results/prefix/' WITH (partitioned_by = ARRAY['y'], format = 'CSV')",
        "UNLOAD (SELECT now() AS t) TO 's3://results' WITH (compression = 'NONE', include_header = 'true', escaped_by = '!')",
        @"UNLOAD (VALUES (1, 2)) TO 's3://results/a/b' WITH (field_delimiter = '\t', max_file_size = '1.5GB')",
        "UNLOAD (WITH w AS (SELECT ARRAY[1] AS x) SELECT x FROM w) TO 's3://results/' WITH (encryption = 'SSE_S3')",
    ];

    [Fact]
    public void A_mutated_UNLOAD_is_described_or_refused()
    {
        var engine = LocalAws.Services.GetRequiredService<QueryEngine>();
        var described = 0;

        for (var number = 0; number < Statements; number++)
        {
            var statement = SqlMutation.Create(Corpus, new Random(Seed + number));
            try
            {
                engine.Prepare(statement);
                described++;
            }
            catch (AwsException exception)
            {
                Assert.True(exception.Code == "ValidationException", $"{number}: {exception.Message}");
            }
        }

        Assert.InRange(described, 1, Statements - 1);
    }
}
