using Amazon.Kinesis;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TelemetryAspire.FunctionHost.Checkpoints;
using TelemetryAspire.FunctionHost.DeadLetters;
using TelemetryAspire.FunctionHost.Invocation;
using TelemetryAspire.FunctionHost.Retries;

namespace TelemetryAspire.FunctionHost.Shards;

/// <summary>Puts a shard's worker together.</summary>
internal sealed class ShardWorkerFactory(
    IAmazonKinesis kinesis,
    ICheckpointStore checkpoints,
    FunctionInvoker invoker,
    IOutageClassifier classifier,
    DeadLetterWriter deadLetters,
    OutageHold hold,
    Jitter jitter,
    FunctionHostHealth health,
    IOptions<FunctionHostOptions> options,
    TimeProvider timeProvider,
    ILoggerFactory loggers)
{
    public ShardWorker Create(KinesisFunction function, StreamIdentity stream, ShardId shardId)
    {
        var functionName = function.Definition.Name;
        var name = FunctionHostHealth.NameOf(functionName, stream.Name, shardId);
        var checkpoint = new ShardCheckpoint(checkpoints, stream.Key(functionName, shardId), name, hold);
        var invocation = new BatchInvocation(
            function, stream, shardId, invoker, classifier, loggers.CreateLogger<BatchInvocation>());
        var delivery = new BatchDelivery(
            function,
            name,
            invocation,
            deadLetters,
            hold,
            jitter,
            timeProvider,
            (handled, stop) => checkpoint.MoveAsync(Checkpoint.At(handled), stop),
            loggers.CreateLogger<BatchDelivery>());

        return new ShardWorker(
            function,
            stream,
            shardId,
            checkpoint,
            after => new ShardReader(
                kinesis,
                stream,
                shardId,
                functionName,
                after,
                new ReadPace(options.Value.IdleReadInterval),
                hold,
                timeProvider,
                loggers.CreateLogger<ShardReader>()),
            delivery,
            health,
            loggers.CreateLogger<ShardWorker>());
    }
}
