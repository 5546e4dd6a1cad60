namespace TelemetryAspire.LocalAws.Tests.Timestream;

public sealed class BatchLoadTests : TimestreamTest
{
    [Fact]
    public async Task A_batch_load_is_refused_with_what_to_do_instead()
    {
        var error = await RefusedAsync("CreateBatchLoadTask", """{"TargetDatabaseName":"a","TargetTableName":"b"}""");

        Assert.Equal("ValidationException", error.Code);
        Assert.Equal("Batch load is not offered here. Write the records with WriteRecords.", error.Message);
    }

    [Fact]
    public async Task There_are_no_tasks()
    {
        var tasks = await CallAsync("ListBatchLoadTasks", "{}");
        var error = await RefusedAsync("DescribeBatchLoadTask", """{"TaskId":"ABC"}""");

        Assert.Equal("""{"BatchLoadTasks":[]}""", tasks.GetRawText());
        Assert.Equal("ResourceNotFoundException", error.Code);
    }
}
