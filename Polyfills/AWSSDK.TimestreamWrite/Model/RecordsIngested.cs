namespace Amazon.TimestreamWrite.Model;

public partial class RecordsIngested
{
    public int? MagneticStore { get; set; }

    public int? MemoryStore { get; set; }

    public int? Total { get; set; }
}
