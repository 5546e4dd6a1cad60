using TelemetryAspire.Simulator.Faults;

namespace TelemetryAspire.Simulator.Fleet;

/// <summary>A fleet of devices: which messages leave it in a span of time.</summary>
/// <remarks>
/// Pure: the answer follows from the settings, the seed and the start, in whatever steps it is asked for. So a run can
/// be repeated, and catching up after an outage yields the messages that would have been sent.
/// </remarks>
internal sealed class DeviceFleet
{
    /// <summary>Messages of at most this span are in memory at once, however long the span asked for is.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);

    private readonly SimulatorOptions _options;
    private readonly DateTimeOffset _start;
    private readonly Spells _offline;
    private readonly Spells _bursts;

    /// <summary>The fleet that <paramref name="options"/> describe, begun at <paramref name="start"/>.</summary>
    public DeviceFleet(SimulatorOptions options, DateTimeOffset start)
    {
        _options = options;
        _start = start;
        _offline = new Spells(options.Seed, Purpose.Offline, options.Faults.Offline, options.Faults.After);
        _bursts = new Spells(options.Seed, Purpose.Burst, options.Bursts, options.Faults.After);
        var clockErrors = ClockFaults.Assign(options.Seed, options.FleetSize, options.Faults);
        Devices = Enumerable.Range(0, options.FleetSize)
            .Select(index => Device.Create(options.Seed, index, options.ReadingInterval, clockErrors[index]))
            .ToList();
    }

    /// <summary>The devices, always the same for a seed.</summary>
    public IReadOnlyList<Device> Devices { get; }

    /// <summary>The messages due after one time and not after another, in the order they are due.</summary>
    public IEnumerable<Delivery> Deliveries(DateTimeOffset after, DateTimeOffset until)
    {
        for (var (from, end) = (after - _start, until - _start); from < end;)
        {
            var to = from + Step < end ? from + Step : end;
            foreach (var delivery in Devices.SelectMany(device => DeliveriesOf(device, from, to)).OrderBy(d => d.Due))
            {
                yield return delivery;
            }

            from = to;
        }
    }

    private IEnumerable<Delivery> DeliveriesOf(Device device, TimeSpan after, TimeSpan until)
    {
        foreach (var moment in MomentsOf(device, after, until))
        {
            if (!_offline.Covers(device.Index, moment.Elapsed))
            {
                foreach (var delivery in Deliver(device, moment, moment.Elapsed))
                {
                    yield return delivery;
                }
            }
        }

        foreach (var spell in _offline.EndingIn(device.Index, after, until))
        {
            // A spell holds its start and not its end; a span of moments the other way round.
            var tick = TimeSpan.FromTicks(1);
            foreach (var moment in MomentsOf(device, spell.Start - tick, spell.End - tick))
            {
                foreach (var delivery in Deliver(device, moment, spell.End))
                {
                    yield return delivery;
                }
            }
        }
    }

    private IEnumerable<ReadingMoment> MomentsOf(Device device, TimeSpan after, TimeSpan until)
    {
        var interval = _options.ReadingInterval;
        var factor = _options.Bursts.Factor;
        var first = Math.Max(0, (after - device.Phase).Ticks / interval.Ticks - 1);
        for (var number = first; device.Phase + (interval * number) is var usual && usual <= until; number++)
        {
            var readings = _bursts.Covers(device.Index, usual) ? factor : 1;
            for (var i = 0; i < readings; i++)
            {
                var elapsed = usual + (interval / factor * i);
                if (elapsed > after && elapsed <= until)
                {
                    yield return new ReadingMoment(elapsed, (number * BurstOptions.LargestFactor) + i);
                }
            }
        }
    }

    private IEnumerable<Delivery> Deliver(Device device, ReadingMoment moment, TimeSpan due)
    {
        var hasFaults = moment.Elapsed >= _options.Faults.After;
        var message = new Delivery(_start + due, device.Id, Write(device, moment, hasFaults));
        yield return message;

        // A device that missed the acknowledgement sends the same again.
        if (hasFaults && Happens(Purpose.Duplicate, _options.Faults.DuplicateChance, device, moment))
        {
            yield return message;
        }
    }

    private byte[] Write(Device device, ReadingMoment moment, bool hasFaults)
    {
        var time = _start + moment.Elapsed;
        var draws = new Draws(_options.Seed, Purpose.Measures, device.Index, moment.Number);
        Span<double> values = stackalloc double[DailyCurve.All.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var curve = DailyCurve.All[i];
            values[i] = curve.ValueAt(time.UtcDateTime.TimeOfDay, device.ShiftHours, draws.Next());
            var (isAnomaly, upward) = (draws.Next() < _options.Faults.AnomalyChance, draws.Next() < 0.5);
            if (hasFaults && isAnomaly)
            {
                values[i] = curve.AnomalyOf(values[i], upward);
            }
        }

        var defect = hasFaults && Happens(Purpose.Malformed, _options.Faults.MalformedChance, device, moment)
            ? Defects.Choose(_options.Seed, device.Index, moment.Number)
            : Defect.None;
        return DeviceMessage.Write(device.Id, hasFaults ? time + device.ClockError : time, values, defect);
    }

    private bool Happens(Purpose purpose, double chance, Device device, ReadingMoment moment) =>
        new Draws(_options.Seed, purpose, device.Index, moment.Number).Next() < chance;
}
