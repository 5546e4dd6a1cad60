using Amazon.Kinesis.Model;
using TelemetryAspire.LocalAws.Storage;

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
        await PutAsync("reading");
        var directory = StreamDirectory();
        DefinitionFile.Delete(directory, SystemDisk.Instance);

        await RestartAsync();

        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(LocalAws.DataDirectory, "kinesis")));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => PutAsync("reading"));
    }

    [Fact]
    public async Task A_directory_left_by_an_interrupted_creation_is_removed_at_the_next_start()
    {
        await CreateStreamAsync();
        File.Delete(Path.Combine(StreamDirectory(), "stream.json"));

        await RestartAsync();

        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(LocalAws.DataDirectory, "kinesis")));
    }

    [Fact]
    public async Task Records_whose_definition_is_lost_are_set_aside_and_come_back_with_it()
    {
        await CreateStreamAsync();
        await PutAsync("reading");
        var directory = StreamDirectory();
        var definition = Path.Combine(directory, "stream.json");
        var copy = await File.ReadAllBytesAsync(definition, Cancellation);
        File.Delete(definition);
        await RestartAsync();
        await RestartAsync();
        var setAside = Path.Combine(
            LocalAws.DataDirectory, "kinesis", "set-aside", Path.GetFileName(directory));

        Directory.Move(setAside, directory);
        await File.WriteAllBytesAsync(definition, copy, Cancellation);
        await RestartAsync();

        Assert.Equal(["reading"], await ReadAllAsync());
    }

    [Fact]
    public async Task A_stream_that_does_not_exist_cannot_be_deleted()
    {
        var exception = await Assert.ThrowsAsync<ResourceNotFoundException>(DeleteAsync);

        Assert.Equal("Stream readings under account 000000000000 not found.", exception.Message);
    }

    private string StreamDirectory() =>
        Directory.GetDirectories(Path.Combine(LocalAws.DataDirectory, "kinesis")).Single();

    private Task<DeleteStreamResponse> DeleteAsync() =>
        Kinesis.DeleteStreamAsync(new DeleteStreamRequest { StreamName = Stream }, Cancellation);
}
