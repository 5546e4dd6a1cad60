namespace TelemetryAspire.FunctionHost.Tests.Checkpoints;

public sealed class InMemoryCheckpointStoreTests : CheckpointStoreTests
{
    protected override ICheckpointStore Store { get; } = new InMemoryCheckpointStore();
}
