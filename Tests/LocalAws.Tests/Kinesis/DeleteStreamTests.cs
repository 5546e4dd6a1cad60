using Amazon.Kinesis.Model;

namespace TelemetryAspire.LocalAws.Tests.Kinesis;

public sealed class DeleteStreamTests : KinesisTest
{
    [Fact]
    public async Task A_deleted_stream_is_gone_with_its_files()
    {
        await CreateStreamAsync();
        await PutAsync("reading");

        await DeleteAsync();

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => PutAsync("reading"));
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(LocalAws.DataDirectory, "kinesis")));
    }

    [Fact]
    public async Task A_stream_of_the_same_name_starts_empty_and_refuses_old_iterators()
    {
        await CreateStreamAsync();
        await PutAsync("old");
        var oldIterator = await IteratorAsync("TRIM_HORIZON");
        await DeleteAsync();
        Clock.Advance(TimeSpan.FromSeconds(1));

        await CreateStreamAsync();

        Assert.Empty(await ReadAllAsync());
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => ReadAsync(oldIterator));
    }

    [Fact]
    public async Task A_directory_left_by_an_interrupted_deletion_is_removed_at_the_next_start()
    {
        await CreateStreamAsync();
        var directory = Directory.GetDirectories(Path.Combine(LocalAws.DataDirectory, "kinesis")).Single();
        File.Delete(Path.Combine(directory, "stream.json"));

        await RestartAsync();

        Assert.False(Directory.Exists(directory));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => PutAsync("reading"));
    }

    [Fact]
    public async Task A_stream_that_does_not_exist_cannot_be_deleted()
    {
        var exception = await Assert.ThrowsAsync<ResourceNotFoundException>(DeleteAsync);

        Assert.Equal("Stream readings under account 000000000000 not found.", exception.Message);
    }

    private Task<DeleteStreamResponse> DeleteAsync() =>
        Kinesis.DeleteStreamAsync(new DeleteStreamRequest { StreamName = Stream }, Cancellation);
}
