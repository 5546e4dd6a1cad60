using Amazon.Kinesis.Model;

namespace TelemetryAspire.LocalAws.Tests.Kinesis;

public sealed class UpdateMaxRecordSizeTests : KinesisTest
{
    private const string Arn = "arn:aws:kinesis:us-east-1:000000000000:stream/readings";

    [Fact]
    public async Task A_raised_limit_takes_records_of_2_MiB_also_after_a_restart()
    {
        await CreateStreamAsync();
        var large = new string('x', 2 * 1024 * 1024);
        await Assert.ThrowsAsync<ValidationException>(() => PutAsync(large));

        await UpdateAsync(4096);
        await RestartAsync();
        await PutAsync(large);

        Assert.Equal([large], await ReadAllAsync());
    }

    [Fact]
    public async Task A_large_record_uses_up_the_seconds_its_shard_needs_for_it()
    {
        await CreateStreamAsync();
        await UpdateAsync(10240);
        await PutAsync(new string('x', 3 * 1024 * 1024));

        Clock.Advance(TimeSpan.FromSeconds(1.9));
        await Assert.ThrowsAsync<ProvisionedThroughputExceededException>(() => PutAsync("next"));
        Clock.Advance(TimeSpan.FromSeconds(0.2));
        await PutAsync("next");
    }

    [Fact]
    public async Task A_size_above_10_MiB_is_refused()
    {
        await CreateStreamAsync();

        await Assert.ThrowsAsync<ValidationException>(() => UpdateAsync(10241));
    }

    private Task<UpdateMaxRecordSizeResponse> UpdateAsync(int kibibytes) => Kinesis.UpdateMaxRecordSizeAsync(
        new UpdateMaxRecordSizeRequest { StreamARN = Arn, MaxRecordSizeInKiB = kibibytes },
        Cancellation);
}
