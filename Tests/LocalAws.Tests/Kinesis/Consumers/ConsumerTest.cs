using System.Text.Json;

namespace TelemetryAspire.LocalAws.Tests.Kinesis.Consumers;

/// <summary>What every test of a stream's consumers needs.</summary>
public abstract class ConsumerTest : KinesisTest
{
    protected const string StreamArn = "arn:aws:kinesis:us-east-1:000000000000:stream/" + Stream;

    /// <summary>The longest a consumer is being created.</summary>
    protected static readonly TimeSpan CreationTime = TimeSpan.FromSeconds(1);

    protected static string Text(JsonElement element, params string[] path)
    {
        foreach (var name in path)
        {
            element = element.GetProperty(name);
        }

        return element.ToString();
    }

    /// <summary>Registers a consumer, without waiting until it is active.</summary>
    /// <returns>Its ARN.</returns>
    protected async Task<string> RegisterAsync(string name = "lake")
    {
        var response = await CallAsync("RegisterStreamConsumer", new { StreamARN = StreamArn, ConsumerName = name });
        return Text(response, "Consumer", "ConsumerARN");
    }

    protected async Task<string> StatusAsync(string consumerArn)
    {
        var response = await CallAsync("DescribeStreamConsumer", new { ConsumerARN = consumerArn });
        return Text(response, "ConsumerDescription", "ConsumerStatus");
    }
}
