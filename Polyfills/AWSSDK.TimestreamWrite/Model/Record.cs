namespace Amazon.TimestreamWrite.Model;

/// <summary>A measurement of one time: dimensions, and one measure or several.</summary>
public partial class Record
{
    /// <summary>Metadata of the record.</summary>
    public List<Dimension> Dimensions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>Name of the measure, or of the group of measures.</summary>
    public string MeasureName { get; set; }

    /// <summary>Value of a single measure, as text.</summary>
    public string MeasureValue { get; set; }

    /// <summary>Type of the measure; DOUBLE unless set.</summary>
    public MeasureValueType MeasureValueType { get; set; }

    /// <summary>The measures of a multi-measure record, at most 256.</summary>
    public List<MeasureValue> MeasureValues { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>Time of the measurement, a whole number of <see cref="TimeUnit"/> since 1970, as text.</summary>
    public string Time { get; set; }

    /// <summary>Unit of the time; milliseconds unless set.</summary>
    public TimeUnit TimeUnit { get; set; }

    /// <summary>
    /// Of records with the same dimensions, measure name and time, the highest version stays; 1 unless set.
    /// </summary>
    public long? Version { get; set; }
}
