using Amazon.Polyfill.AwsJson;
using Amazon.TimestreamWrite.Model;

namespace Amazon.TimestreamWrite.Internal;

/// <summary>The operations of Amazon Timestream, the write side that this assembly speaks.</summary>
internal static class TimestreamWriteOperations
{
    private static readonly AwsJsonProtocol Protocol = new(
        ServiceName: "Amazon.TimestreamWrite",
        TargetPrefix: "Timestream_20181101",
        JsonVersion: "1.0",
        Json: AwsJsonProtocol.CreateJsonOptions(
            TimestreamWriteJsonContext.Default,
            new ConstantConverter<DimensionValueType>(DimensionValueType.FindValue),
            new ConstantConverter<MeasureValueType>(MeasureValueType.FindValue),
            new ConstantConverter<PartitionKeyEnforcementLevel>(PartitionKeyEnforcementLevel.FindValue),
            new ConstantConverter<PartitionKeyType>(PartitionKeyType.FindValue),
            new ConstantConverter<S3EncryptionOption>(S3EncryptionOption.FindValue),
            new ConstantConverter<TableStatus>(TableStatus.FindValue),
            new ConstantConverter<TimeUnit>(TimeUnit.FindValue)),
        Errors: TimestreamWriteErrors.All);

    public static readonly AwsJsonOperation<CreateDatabaseRequest, CreateDatabaseResponse> CreateDatabase =
        new(Protocol, nameof(CreateDatabase));
    public static readonly AwsJsonOperation<CreateTableRequest, CreateTableResponse> CreateTable =
        new(Protocol, nameof(CreateTable));
    public static readonly AwsJsonOperation<DeleteDatabaseRequest, DeleteDatabaseResponse> DeleteDatabase =
        new(Protocol, nameof(DeleteDatabase));
    public static readonly AwsJsonOperation<DeleteTableRequest, DeleteTableResponse> DeleteTable =
        new(Protocol, nameof(DeleteTable));
    public static readonly AwsJsonOperation<DescribeDatabaseRequest, DescribeDatabaseResponse> DescribeDatabase =
        new(Protocol, nameof(DescribeDatabase));
    public static readonly AwsJsonOperation<DescribeEndpointsRequest, DescribeEndpointsResponse> DescribeEndpoints =
        new(Protocol, nameof(DescribeEndpoints));
    public static readonly AwsJsonOperation<DescribeTableRequest, DescribeTableResponse> DescribeTable =
        new(Protocol, nameof(DescribeTable));
    public static readonly AwsJsonOperation<ListDatabasesRequest, ListDatabasesResponse> ListDatabases =
        new(Protocol, nameof(ListDatabases));
    public static readonly AwsJsonOperation<ListTablesRequest, ListTablesResponse> ListTables =
        new(Protocol, nameof(ListTables));
    public static readonly AwsJsonOperation<UpdateDatabaseRequest, UpdateDatabaseResponse> UpdateDatabase =
        new(Protocol, nameof(UpdateDatabase));
    public static readonly AwsJsonOperation<UpdateTableRequest, UpdateTableResponse> UpdateTable =
        new(Protocol, nameof(UpdateTable));
    public static readonly AwsJsonOperation<WriteRecordsRequest, WriteRecordsResponse> WriteRecords =
        new(Protocol, nameof(WriteRecords));
}
