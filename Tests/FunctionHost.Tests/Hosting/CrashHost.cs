using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace TelemetryAspire.FunctionHost.Tests.Hosting;

/// <summary>A worker whose every step passes <see cref="CrashSteps"/>, before and after its effect.</summary>
internal sealed class CrashHost(FunctionTestHost host, FakeKinesis stream) : IAsyncDisposable
{
    public static async Task<CrashHost> StartAsync(
        FakeTimeProvider clock, FakeKinesis stream, CrashWorld world, CrashSteps steps)
    {
        stream.BeforeRead = _ => steps.PassAsync();
        var sink = new Sink
        {
            Behaviour = async (batch, _) =>
            {
                await steps.PassAsync();
                var result = world.Write(batch);
                await steps.PassAsync();
                return result;
            },
        };
        var host = await FunctionTestHost.StartAsync<SinkFunction>(clock, stream, builder =>
        {
            builder.Services.AddSingleton(sink);
            builder.Services.Replace(ServiceDescriptor.Singleton<ICheckpointStore>(
                new CrashingCheckpointStore(world.Checkpoints, steps)));
            builder.Services.Replace(ServiceDescriptor.Singleton<IDeadLetterStore>(
                new CrashingDeadLetterStore(world.DeadLetters, steps)));
        });
        return new CrashHost(host, stream);
    }

    public ValueTask DisposeAsync()
    {
        stream.BeforeRead = null;
        host.Kill();
        return ValueTask.CompletedTask;
    }

    private sealed class CrashingCheckpointStore(ICheckpointStore inner, CrashSteps steps) : ICheckpointStore
    {
        public async Task<Checkpoint?> ReadAsync(CheckpointKey key, CancellationToken cancellationToken)
        {
            await steps.PassAsync();
            return await inner.ReadAsync(key, cancellationToken);
        }

        public async Task<bool> TryMoveAsync(
            CheckpointKey key, Checkpoint? expected, Checkpoint target, CancellationToken cancellationToken)
        {
            await steps.PassAsync();
            var moved = await inner.TryMoveAsync(key, expected, target, cancellationToken);
            await steps.PassAsync();
            return moved;
        }
    }

    private sealed class CrashingDeadLetterStore(IDeadLetterStore inner, CrashSteps steps) : IDeadLetterStore
    {
        public async Task WriteAsync(DeadLetter deadLetter, CancellationToken cancellationToken)
        {
            await steps.PassAsync();
            await inner.WriteAsync(deadLetter, cancellationToken);
            await steps.PassAsync();
        }
    }
}
