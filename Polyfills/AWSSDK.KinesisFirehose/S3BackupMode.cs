using Amazon.Runtime;

namespace Amazon.KinesisFirehose;

/// <summary>Whether records are also kept as they came.</summary>
public class S3BackupMode : ConstantClass
{
    /// <summary>Not kept.</summary>
    public static readonly S3BackupMode Disabled = new("Disabled");

    /// <summary>Kept.</summary>
    public static readonly S3BackupMode Enabled = new("Enabled");

    /// <summary>A value by its wire name; also one that is newer than this list.</summary>
    public S3BackupMode(string value)
        : base(value)
    {
    }

    /// <summary>The known constant for <paramref name="value"/>, else a new one.</summary>
    public static S3BackupMode FindValue(string value) => FindValue<S3BackupMode>(value);

    /// <summary>Lets a wire name stand where the constant is asked for.</summary>
    public static implicit operator S3BackupMode(string value) => FindValue(value);
}
