namespace Amazon.KinesisFirehose.Model;

/// <summary>How delivered objects are encrypted.</summary>
public partial class EncryptionConfiguration
{
    /// <summary>The key to encrypt with.</summary>
    public KMSEncryptionConfig KMSEncryptionConfig { get; set; }

    /// <summary>Set to turn encryption off.</summary>
    public NoEncryptionConfig NoEncryptionConfig { get; set; }
}
