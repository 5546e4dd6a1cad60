namespace Amazon.Kinesis.Model;

/// <summary>The range of MD5 hashes of partition keys that a shard takes, both ends included.</summary>
public partial class HashKeyRange
{
    /// <summary>Last hash of the range, a decimal number.</summary>
    public string EndingHashKey { get; set; }

    /// <summary>First hash of the range, a decimal number.</summary>
    public string StartingHashKey { get; set; }
}
