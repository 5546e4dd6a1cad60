using Microsoft.Data.Sqlite;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.Tests.S3;

public sealed class WriteAheadLogCheckTests : IDisposable
{
    private const int FrameBytes = 24 + 4096;

    private readonly TemporaryDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_log_as_sqlite_left_it_is_whole()
    {
        Assert.Equal(0, WriteAheadLogCheck.CountLostFrames(WriteLog()));
    }

    [Fact]
    public void No_log_is_no_damage()
    {
        Assert.Equal(0, WriteAheadLogCheck.CountLostFrames(_folder.File("missing-wal")));
    }

    [Fact]
    public void Frames_behind_a_damaged_one_are_counted()
    {
        var log = WriteLog();
        var frames = (int)((new FileInfo(log).Length - 32) / FrameBytes);
        Damage(log, 32 + FrameBytes + 100);

        Assert.Equal(frames - 2, WriteAheadLogCheck.CountLostFrames(log));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-FrameBytes + 30)]
    public void A_last_frame_that_is_not_whole_is_the_end_of_the_log(int fromEnd)
    {
        var log = WriteLog();
        Damage(log, new FileInfo(log).Length + fromEnd);

        Assert.Equal(0, WriteAheadLogCheck.CountLostFrames(log));
    }

    [Fact]
    public void A_log_cut_within_a_frame_ends_there()
    {
        var log = WriteLog();
        using (var file = File.OpenWrite(log))
        {
            file.SetLength(file.Length - 10);
        }

        Assert.Equal(0, WriteAheadLogCheck.CountLostFrames(log));
    }

    [Fact]
    public void A_damaged_header_loses_every_frame()
    {
        var log = WriteLog();
        Damage(log, 9);

        Assert.Equal((new FileInfo(log).Length - 32) / FrameBytes, WriteAheadLogCheck.CountLostFrames(log));
    }

    /// <summary>Some commits, and the log as a process that was killed would leave it.</summary>
    private string WriteLog()
    {
        var database = _folder.File("metadata.db");
        using var connection = new SqliteConnection($"Data Source={database};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; CREATE TABLE a (b TEXT);";
        command.ExecuteNonQuery();
        for (var i = 0; i < 5; i++)
        {
            command.CommandText = $"INSERT INTO a VALUES ('{new string('x', 3000)}{i}')";
            command.ExecuteNonQuery();
        }

        File.Copy(database + "-wal", _folder.File("copy-wal"), overwrite: true);
        return _folder.File("copy-wal");
    }

    private static void Damage(string path, long at)
    {
        using var file = File.Open(path, FileMode.Open);
        file.Position = at;
        var octet = file.ReadByte();
        file.Position = at;
        file.WriteByte((byte)(octet ^ 0x55));
    }
}
