using System.Text;
using System.Text.Json;
using CsCheck;
using TelemetryAspire.LocalAws.Timestream;
using TelemetryAspire.LocalAws.Timestream.Requests;

namespace TelemetryAspire.LocalAws.Tests.Timestream.Requests;

/// <summary>The short way of reading records against the serializer's own.</summary>
public sealed class RecordListReaderTests
{
    private static readonly string[] Members =
    [
        """ "Time":"1" """, """ "Time":"2" """, """ "TimeUnit":"SECONDS" """, """ "Version":7 """, """ "Version":null """,
        """ "MeasureName":"temperature" """, """ "MeasureName":"\u0074emp" """, """ "MeasureValue":"1.5" """,
        """ "MeasureValueType":"MULTI" """, """ "Unknown":{"Time":"3"} """, """ "Versiom":1 """, """ "Time":null """,
        """ "Dimensions":[] """, """ "Dimensions":[{"Name":"a","Value":"1"}] """, """ "Dimensions":null """,
        """ "Dimensions":[{"Value":"1","Name":"a"},{"Name":"b","Value":"2","DimensionValueType":"VARCHAR"}] """,
        """ "Dimensions":[{"Name":"\u0061","Value":"é"}] """, """ "Dimensions":[{"Name":"a","Name":"b","Value":"1"}] """,
        """ "Dimensions":[{"Name":"a"}] """, """ "Dimensions":[{"Name":"a","Value":null}] """,
        """ "MeasureValues":[{"Name":"x","Value":"1","Type":"DOUBLE"}] """, """ "MeasureValues":[null] """,
        """ "\u0054ime":"9" """, """ "MeasureValues":[{"Type":"BIGINT","Other":[1],"Name":"y"}] """,
    ];

    private static readonly Gen<string> Member = Gen.Int[0, Members.Length - 1].Select(index => Members[index]);

    [Fact]
    public void Both_ways_read_the_same() =>
        Member.Array[0, 6].Array[0, 4].Sample(records =>
        {
            var list = $"[{string.Join(',', records.Select(record => $"{{{string.Join(',', record)}}}"))}]";

            var plain = JsonSerializer.Deserialize(list, TimestreamJsonContext.Default.ListRecordInput);

            Assert.Equal(Text(plain), Text(Read($$"""{"Records":{{list}}}""")));
        });

    [Theory]
    [InlineData("""[{"Time":1}]""", "$.Records[0].Time")]
    [InlineData("""[{"Time":"1"},{"Version":"1"}]""", "$.Records[1].Version")]
    [InlineData("""[{"Dimensions":[{"Name":"a","Value":7}]}]""", "$.Records[0].Dimensions[0].Value")]
    [InlineData("""{"Time":"1"}""", "$.Records")]
    [InlineData("""[{"Time":"1"}""", "$.Records")]
    [InlineData("""[7]""", "$.Records[0]")]
    public void What_is_wrong_is_told_with_its_path(string list, string path)
    {
        var error = Assert.Throws<JsonException>(() => Read($$"""{"Records":{{list}}"""));

        Assert.Equal(path, error.Path);
    }

    [Fact]
    public void Well_made_records_share_their_dimensions_and_names()
    {
        const string Record = """{"Dimensions":[{"Name":"device","Value":"a"}],"MeasureName":"shared","Time":"1"}""";

        var records = Read($$"""{"Records":[{{Record}},{{Record}}]}""")!;

        Assert.IsType<SharedDimensions>(records[0].Dimensions);
        Assert.Same(records[0].Dimensions, records[1].Dimensions);
        Assert.Same(records[0].MeasureName, records[1].MeasureName);
    }

    private static List<RecordInput>? Read(string json) => JsonSerializer
        .Deserialize(Encoding.UTF8.GetBytes(json), TimestreamJsonContext.Default.WriteRecordsRequest)!.Records;

    private static string Text(List<RecordInput>? records) =>
        JsonSerializer.Serialize(records, TimestreamJsonContext.Default.ListRecordInput);
}
