using System.Globalization;
using System.Text;
using Amazon.Kinesis;
using Amazon.Kinesis.Model;

namespace TelemetryAspire.LocalAws.Tests.Kinesis.Resharding;

/// <summary>
/// Writes 0, 1, 2… under each of some partition keys, a number only after the one before it was acknowledged.
/// </summary>
internal sealed class KeyedWriter(AmazonKinesisClient kinesis, string stream, string prefix, int keys)
{
    private int _acknowledged;

    /// <summary>How many numbers were acknowledged under each key.</summary>
    public int Acknowledged => Volatile.Read(ref _acknowledged);

    public IEnumerable<string> Keys => Enumerable.Range(0, keys).Select(key => $"{prefix}-{key}");

    /// <summary>Writes until told to stop, or until the connection breaks.</summary>
    public async Task RunAsync(Func<bool> isStopped)
    {
        while (!isStopped())
        {
            try
            {
                var response = await kinesis.PutRecordsAsync(Request(_acknowledged), CancellationToken.None);
                Assert.Equal(0, response.FailedRecordCount);
            }
            catch (HttpRequestException)
            {
                return;
            }

            Volatile.Write(ref _acknowledged, _acknowledged + 1);
        }
    }

    private PutRecordsRequest Request(int number) => new()
    {
        StreamName = stream,
        Records =
        [
            .. Keys.Select(key => new PutRecordsRequestEntry
            {
                PartitionKey = key,
                Data = new MemoryStream(Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture))),
            }),
        ],
    };
}
