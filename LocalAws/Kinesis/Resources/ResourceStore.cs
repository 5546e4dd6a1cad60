using TelemetryAspire.LocalAws.Kinesis.Consumers;
using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis.Resources;

/// <summary>Finds streams and consumers by ARN, and changes their tags and policies durably.</summary>
internal sealed class ResourceStore(StreamStore streams, ConsumerStore consumers)
{
    /// <summary>The resource of an ARN.</summary>
    /// <exception cref="ResourceNotFoundException">There is none.</exception>
    public KinesisResource Get(string arn)
    {
        if (ConsumerArn.TryParse(arn) is null)
        {
            return new KinesisResource(StreamRequest.ResolveArn(streams, arn), null);
        }

        var consumer = consumers.Get(arn);
        return new KinesisResource(consumer.Stream, consumer);
    }

    public void UpdateTags(
        KinesisResource resource,
        Func<IReadOnlyDictionary<string, string>, IReadOnlyDictionary<string, string>> change)
    {
        if (resource.Consumer is { } registered)
        {
            consumers.Update(registered, consumer => consumer with { Tags = change(consumer.Tags) });
        }
        else
        {
            streams.Update(resource.Stream, stream => stream with { Tags = change(stream.Tags) });
        }
    }

    public void UpdatePolicy(KinesisResource resource, string? policy)
    {
        if (resource.Consumer is { } registered)
        {
            consumers.Update(registered, consumer => consumer with { Policy = policy });
        }
        else
        {
            streams.Update(resource.Stream, stream => stream with { Policy = policy });
        }
    }
}
