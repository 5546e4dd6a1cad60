namespace TelemetryAspire.LocalAws.Tests.Parity;

/// <summary>The other emulators: each is started when first asked for, and empty whenever asked for.</summary>
/// <remarks>The comparisons run one after the other, so nothing here is locked.</remarks>
public sealed class Emulators : IAsyncDisposable
{
    public const string KinesisLocal = "kinesis-local";
    public const string Moto = "moto";

    private Emulator? _kinesisLocal;
    private Emulator? _moto;

    /// <returns>Where the emulator listens, with nothing in it.</returns>
    public async Task<Uri> StartAsync(string name)
    {
        if (name == KinesisLocal)
        {
            Assert.Null(_kinesisLocal);
            return (_kinesisLocal = await Emulator.StartKinesisLocalAsync()).Url;
        }

        _moto ??= await Emulator.StartMotoAsync();
        using var http = new HttpClient { BaseAddress = _moto.Url };
        using var reset = await http.PostAsync("/moto-api/reset", null, TestContext.Current.CancellationToken);
        reset.EnsureSuccessStatusCode();
        return _moto.Url;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var emulator in new[] { _kinesisLocal, _moto })
        {
            if (emulator is not null)
            {
                await emulator.DisposeAsync();
            }
        }
    }
}
