using System.Numerics;

namespace TelemetryAspire.FunctionHost.Tests.Checkpoints;

/// <summary>What every checkpoint store promises.</summary>
public abstract class CheckpointStoreTests
{
    private static readonly DateTimeOffset Created = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    protected static readonly CheckpointKey Key = new("arn:stream", Created, "Function", Some.Shard);

    protected abstract ICheckpointStore Store { get; }

    [Fact]
    public async Task A_shard_nobody_handled_has_no_checkpoint() => Assert.Null(await ReadAsync());

    [Fact]
    public async Task A_checkpoint_is_read_as_it_was_written()
    {
        var checkpoint = Checkpoint.At(
            SequenceNumber.Parse("49590338271490256608559692538361571095921575989136588898"));

        Assert.True(await MoveAsync(null, checkpoint));

        Assert.Equal(checkpoint, await ReadAsync());
    }

    [Fact]
    public async Task A_checkpoint_moves_forward_by_number_not_by_text()
    {
        Assert.True(await MoveAsync(null, At(9)));
        Assert.True(await MoveAsync(At(9), At(10)));
        Assert.True(await MoveAsync(At(10), Checkpoint.At(new SequenceNumber(BigInteger.Pow(10, 128)))));

        Assert.Equal(Checkpoint.At(new SequenceNumber(BigInteger.Pow(10, 128))), await ReadAsync());
    }

    [Fact]
    public async Task A_stale_worker_cannot_move_the_checkpoint()
    {
        await MoveAsync(null, At(5));
        await MoveAsync(At(5), At(8));

        Assert.False(await MoveAsync(At(5), At(6)));
        Assert.False(await MoveAsync(At(5), At(9)));
        Assert.False(await MoveAsync(null, At(9)));
        Assert.Equal(At(8), await ReadAsync());
    }

    [Fact]
    public async Task Nothing_moves_a_shard_from_its_end()
    {
        await MoveAsync(null, At(5));
        Assert.True(await MoveAsync(At(5), Checkpoint.ShardEnd));

        Assert.False(await MoveAsync(At(5), At(6)));
        await Assert.ThrowsAsync<ArgumentException>(() => MoveAsync(Checkpoint.ShardEnd, At(6)));
        Assert.Equal(Checkpoint.ShardEnd, await ReadAsync());
    }

    [Fact]
    public async Task A_move_backward_is_an_error()
    {
        await MoveAsync(null, At(5));

        await Assert.ThrowsAsync<ArgumentException>(() => MoveAsync(At(5), At(4)));
        await Assert.ThrowsAsync<ArgumentException>(() => MoveAsync(At(5), At(5)));
    }

    [Fact]
    public async Task Stream_creation_function_and_shard_have_checkpoints_of_their_own()
    {
        await MoveAsync(null, At(5));

        CheckpointKey[] others =
        [
            Key with { StreamArn = "arn:other" },
            Key with { StreamCreated = Created.AddMilliseconds(1) },
            Key with { Function = "Other" },
            Key with { ShardId = new ShardId("shardId-000000000001") },
        ];
        foreach (var other in others)
        {
            Assert.Null(await Store.ReadAsync(other, TestContext.Current.CancellationToken));
        }
    }

    protected static Checkpoint At(int number) => Checkpoint.At(new SequenceNumber(number));

    protected Task<Checkpoint?> ReadAsync() => Store.ReadAsync(Key, TestContext.Current.CancellationToken);

    protected Task<bool> MoveAsync(Checkpoint? expected, Checkpoint target) =>
        Store.TryMoveAsync(Key, expected, target, TestContext.Current.CancellationToken);
}
