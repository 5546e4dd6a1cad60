namespace Amazon.TimestreamWrite.Model;

/// <summary>How many records were written, and to which store.</summary>
public partial class RecordsIngested
{
    /// <summary>Records written to the magnetic store.</summary>
    public int? MagneticStore { get; set; }

    /// <summary>Records written to the memory store.</summary>
    public int? MemoryStore { get; set; }

    /// <summary>Records written.</summary>
    public int? Total { get; set; }
}
