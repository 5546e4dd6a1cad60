using System.Buffers;
using System.Text.Json;
using TelemetryAspire.Simulator.Faults;

namespace TelemetryAspire.Simulator.Fleet;

/// <summary>Writes what a device sends, as the wire contract has it:</summary>
/// <remarks>
/// <c>{"Time":1609757175225.499,"DeviceID":"…","temperature_measure":11.2,"humidity_measure":33.4,…}</c>. Time is epoch
/// milliseconds with three decimals; values have two.
/// </remarks>
internal static class DeviceMessage
{
    /// <summary>Far beyond any time Timestream takes, which ends in 2262.</summary>
    private const decimal AbsurdTime = 9_999_999_999_999_999m;

    /// <summary>The message, with a <paramref name="defect"/> if it has one.</summary>
    public static byte[] Write(string deviceId, DateTimeOffset time, ReadOnlySpan<double> values, Defect defect)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }))
        {
            writer.WriteStartObject();
            if (defect != Defect.NoTime)
            {
                writer.WriteNumber("Time", defect == Defect.AbsurdTime ? AbsurdTime : Milliseconds(time));
            }

            if (defect != Defect.NoDevice)
            {
                writer.WriteString("DeviceID", deviceId);
            }

            WriteMeasures(writer, values, defect);
            writer.WriteEndObject();
        }

        return defect == Defect.CutOff
            ? buffer.WrittenSpan[..(buffer.WrittenCount * 2 / 3)].ToArray()
            : buffer.WrittenSpan.ToArray();
    }

    private static void WriteMeasures(Utf8JsonWriter writer, ReadOnlySpan<double> values, Defect defect)
    {
        for (var i = 0; i < values.Length; i++)
        {
            writer.WritePropertyName(DailyCurve.All[i].Name);
            switch (defect)
            {
                case Defect.NotANumber when i == 0:
                    writer.WriteRawValue("NaN"u8, skipInputValidation: true);
                    break;
                case Defect.TextMeasure when i == 0:
                    writer.WriteStringValue("n/a");
                    break;
                default:
                    writer.WriteNumberValue(Math.Round(values[i], 2));
                    break;
            }
        }
    }

    private static decimal Milliseconds(DateTimeOffset time) =>
        Math.Round((time - DateTimeOffset.UnixEpoch).Ticks / (decimal)TimeSpan.TicksPerMillisecond, 3);
}
