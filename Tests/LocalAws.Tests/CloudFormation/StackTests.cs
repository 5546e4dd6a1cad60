using System.Text.Json;
using TelemetryAspire.LocalAws.CloudFormation;
using TelemetryAspire.LocalAws.CloudFormation.Stacks;
using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.LocalAws.Tests.CloudFormation;

/// <summary>What of a stack's record is on the disk, and what readers see of it.</summary>
public sealed class StackTests : IDisposable
{
    private readonly TemporaryDirectory _data = new();
    private readonly Stack _stack;

    public StackTests() => _stack = Stack.Create(
        _data.File("s.json"),
        new StackRecord
        {
            Id = "arn:s",
            Name = "s",
            Region = "us-east-1",
            AccountId = "000000000000",
            BaseUrl = new Uri("http://localhost"),
            CreatedAt = DateTimeOffset.UnixEpoch,
            Status = "created",
            Definition = new StackDefinition { TemplateBody = "{}" },
        },
        SystemDisk.Instance);

    public void Dispose() => _data.Dispose();

    [Fact]
    public void What_is_staged_is_seen_by_nobody_until_it_is_durable()
    {
        _stack.Stage(record => record with { Status = "staged" });

        Assert.Equal("created", _stack.Record.Status);
        Assert.Equal("created", Stored().Status);
        Assert.Equal("staged", _stack.Latest.Status);
    }

    [Fact]
    public void The_next_change_makes_durable_what_was_staged()
    {
        _stack.Stage(record => record with { Status = "staged" });

        _stack.Change(record => record with { IsProtected = true });

        Assert.Equal(("staged", true), (Stored().Status, Stored().IsProtected));
        Assert.Equal(_stack.Latest, _stack.Record);
    }

    private StackRecord Stored() => JsonSerializer.Deserialize(
        File.ReadAllBytes(_stack.FilePath), CloudFormationJsonContext.Default.StackRecord)!;
}
