using Microsoft.Extensions.Logging.Abstractions;
using TelemetryAspire.LocalAws.Admin.Snapshots;
using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.LocalAws.Tests.Admin;

/// <summary>A replacement that is interrupted at any step, as the next start finds it.</summary>
public sealed class DataReplacementTests : IDisposable
{
    private static readonly string[] Services = ["kinesis", "s3", "timestream"];

    private readonly TemporaryDirectory _root = new();
    private readonly DataDirectory _data;

    public DataReplacementTests()
    {
        _data = DataDirectory.Open(new LocalAwsOptions { DataDirectory = _root.FullName }, SystemDisk.Instance);
        foreach (var service in Services)
        {
            Write(Path.Combine(_data.ForService(service), "file"), "old");
        }
    }

    public void Dispose()
    {
        _data.Dispose();
        _root.Dispose();
    }

    [Fact]
    public void Before_the_journal_the_old_data_stays()
    {
        Write(_root.File("replacement/kinesis/file"), "new");

        Replacement().Complete();

        Assert.Equal("old old old", State());
        Assert.False(Directory.Exists(_root.File("replacement")));
    }

    [Theory]
    [InlineData("kinesis s3")]
    [InlineData("s3")]
    [InlineData("")]
    public void After_the_journal_the_new_data_is_put_in_place_wherever_it_stopped(string leftInStaging)
    {
        var left = leftInStaging.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var service in new[] { "kinesis", "s3" })
        {
            Write(_root.File(left.Contains(service) ? $"replacement/{service}/file" : $"{service}/file"), "new");
        }

        Write(
            _root.File("replacement.json"),
            """{"services":["kinesis","s3","timestream"],"staged":["kinesis","s3"]}""");

        Replacement().Complete();

        Assert.Equal("new new none", State());
        Assert.False(File.Exists(_root.File("replacement.json")));
        Assert.False(Directory.Exists(_root.File("replacement")));
    }

    [Fact]
    public void A_service_whose_old_data_was_already_deleted_gets_its_new_data()
    {
        Directory.Delete(_root.File("kinesis"), recursive: true);
        Write(_root.File("replacement/kinesis/file"), "new");
        Write(_root.File("replacement.json"), """{"services":["kinesis"],"staged":["kinesis"]}""");

        Replacement().Complete();

        Assert.Equal("new old old", State());
    }

    [Fact]
    public void A_damaged_journal_is_named()
    {
        Write(_root.File("replacement.json"), "{");

        var exception = Assert.Throws<LocalAwsStartupException>(Replacement().Complete);

        Assert.Contains(_root.FullName, exception.Message, StringComparison.Ordinal);
    }

    private DataReplacement Replacement() => new(_data, NullLogger<DataReplacement>.Instance);

    private string State() => string.Join(' ', Services.Select(service =>
        File.Exists(_root.File($"{service}/file")) ? File.ReadAllText(_root.File($"{service}/file")) : "none"));

    private static void Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
