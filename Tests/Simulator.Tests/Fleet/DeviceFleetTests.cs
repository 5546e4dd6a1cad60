using System.Text;
using System.Text.Json;
using TelemetryAspire.Simulator.Fleet;

namespace TelemetryAspire.Simulator.Tests.Fleet;

public sealed class DeviceFleetTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_same_seed_and_start_make_the_same_bytes()
    {
        var once = Take(new SimulatorOptions { Seed = 7 }, TimeSpan.FromMinutes(10));
        var again = Take(new SimulatorOptions { Seed = 7 }, TimeSpan.FromMinutes(10));
        var other = Take(new SimulatorOptions { Seed = 8 }, TimeSpan.FromMinutes(10));

        Assert.Equal(Texts(once), Texts(again));
        Assert.NotEqual(Texts(once), Texts(other));
    }

    [Fact]
    public void It_does_not_matter_in_which_steps_the_fleet_is_asked()
    {
        var fleet = new DeviceFleet(new SimulatorOptions(), Start);
        var random = new Random(1);
        var (steps, at) = (new List<Delivery>(), Start.AddTicks(-1));
        while (at < Start.AddMinutes(10))
        {
            var until = at.AddMilliseconds(random.Next(1, 30_000));
            until = until < Start.AddMinutes(10) ? until : Start.AddMinutes(10);
            steps.AddRange(fleet.Deliveries(at, until));
            at = until;
        }

        Assert.Equal(Texts(Take(new SimulatorOptions(), TimeSpan.FromMinutes(10))).Order(), Texts(steps).Order());
    }

    [Fact]
    public void Every_device_is_heard_of_within_ten_seconds()
    {
        var heard = Take(new SimulatorOptions(), TimeSpan.FromSeconds(10)).Select(delivery => delivery.DeviceId);

        Assert.Equal(SimulatorOptions.DefaultDevices, heard.Distinct().Count());
    }

    [Fact]
    public void A_reading_keeps_to_the_wire_contract()
    {
        var delivery = Take(new SimulatorOptions(), TimeSpan.FromSeconds(5))[0];

        Assert.Matches(
            """^{"Time":[0-9]{13}(\.[0-9]{1,3})?,"DeviceID":"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\x22,"""
            + string.Join(',', DailyCurve.All.Select(curve => $"\"{curve.Name}\":[0-9.]+")) + "}$",
            Text(delivery));
    }

    [Fact]
    public void Nothing_goes_wrong_in_the_first_minute()
    {
        var options = Faulty(faults =>
        {
            faults.AnomalyChance = 1;
            faults.DuplicateChance = 1;
            faults.MalformedChance = 1;
            faults.ClockAheadShare = 1;
            faults.Offline.Chance = 1;
        });

        var deliveries = Take(options, TimeSpan.FromSeconds(55) - TimeSpan.FromTicks(1));

        Assert.Equal(50 * 11, deliveries.Count);
        Assert.All(deliveries, delivery =>
        {
            Assert.Equal(delivery.Due, TimeOf(delivery));
            Assert.Equal(4, InRange(delivery));
        });
    }

    [Fact]
    public void Values_follow_the_day_within_their_ranges()
    {
        var deliveries = Take(Faulty(_ => { }), TimeSpan.FromHours(24), devices: 1);
        var temperatures = deliveries.ToLookup(d => d.Due.Hour, d => Value(d, "temperature_measure"));

        Assert.All(deliveries, delivery => Assert.Equal(4, InRange(delivery)));
        Assert.True(temperatures[15].Average() > temperatures[3].Average() + 3);
    }

    [Fact]
    public void About_one_measure_in_twenty_is_an_anomaly()
    {
        var deliveries = Take(
            Faulty(faults => faults.AnomalyChance = 0.051), TimeSpan.FromMinutes(30), devices: 50);

        var anomalies = deliveries.Sum(delivery => 4 - InRange(delivery)) / (4.0 * deliveries.Count);

        Assert.InRange(anomalies, 0.045, 0.053);
    }

    [Fact]
    public void A_device_that_was_offline_delivers_all_it_read_at_once_with_the_times_it_read_at()
    {
        var span = TimeSpan.FromMinutes(20);
        var online = Take(Faulty(_ => { }), span);
        var offline = Take(Faulty(faults => faults.Offline.Chance = 1), span);

        var late = offline.Where(delivery => delivery.Due > TimeOf(delivery)).ToList();
        var bulks = late.GroupBy(delivery => (delivery.DeviceId, delivery.Due)).ToList();

        // One spell in each of the three periods that lie wholly behind the first minute, for every device at least.
        Assert.InRange(bulks.Count, 3 * 50, 4 * 50);
        Assert.All(bulks, bulk => Assert.InRange(bulk.Count(), 3, 19));
        Assert.Subset(Texts(online).ToHashSet(), Texts(offline).ToHashSet());
        var missing = online.ExceptBy(Texts(offline), Text).ToList();
        Assert.All(missing, delivery => Assert.True(delivery.Due > Start + span - TimeSpan.FromSeconds(90)));
    }

    [Fact]
    public void A_burst_reads_as_many_times_as_fast_as_the_factor_says()
    {
        var options = Faulty(_ => { });
        options.Bursts.Chance = 1;

        var deliveries = Take(options, TimeSpan.FromMinutes(10), devices: 1);

        var gaps = deliveries.Zip(deliveries.Skip(1), (a, b) => b.Due - a.Due).ToList();
        Assert.Equal([TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(5)], gaps.Distinct().Order());
        Assert.InRange(gaps.Count(gap => gap == TimeSpan.FromSeconds(0.5)), 9, 80);
    }

    [Fact]
    public void A_duplicate_is_the_same_message_again()
    {
        var deliveries = Take(
            Faulty(faults =>
            {
                faults.After = TimeSpan.Zero;
                faults.DuplicateChance = 1;
            }),
            TimeSpan.FromMinutes(1),
            devices: 3);

        Assert.All(deliveries.GroupBy(Text), copies => Assert.Equal(2, copies.Count()));
    }

    [Fact]
    public void Wrong_clocks_are_minutes_to_hours_ahead_or_an_hour_off()
    {
        var options = Faulty(faults => (faults.ClockAheadShare, faults.DaylightSavingShare) = (0.1, 0.1));

        var fleet = new DeviceFleet(options, Start);

        var wrong = fleet.Devices.Select(device => device.ClockError).Where(error => error != TimeSpan.Zero).ToList();
        var hour = TimeSpan.FromHours(1);
        Assert.Equal(10, wrong.Count);
        Assert.Equal([-hour, -hour, hour, hour, hour], wrong.Where(error => error.Duration() == hour).Order());
        Assert.All(
            wrong.Where(error => error.Duration() != hour),
            error => Assert.InRange(error, TimeSpan.FromMinutes(5), TimeSpan.FromHours(3)));
    }

    [Fact]
    public void A_wrong_clock_shows_in_the_time_of_the_message_only()
    {
        var options = Faulty(faults => (faults.After, faults.DaylightSavingShare) = (TimeSpan.Zero, 1));

        var deliveries = Take(options, TimeSpan.FromSeconds(10));

        Assert.All(
            deliveries, delivery => Assert.Equal(TimeSpan.FromHours(1), (TimeOf(delivery) - delivery.Due).Duration()));
    }

    [Fact]
    public void Malformed_messages_take_every_form()
    {
        var texts = Texts(Take(
            Faulty(faults => (faults.After, faults.MalformedChance) = (TimeSpan.Zero, 1)), TimeSpan.FromSeconds(60)));

        Assert.Contains(texts, text => !text.EndsWith('}'));
        Assert.Contains(texts, text => !text.Contains("Time", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains("\"Time\":9999999999999999,", StringComparison.Ordinal));
        Assert.Contains(texts, text => !text.Contains("DeviceID", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains("\"temperature_measure\":NaN", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains("\"temperature_measure\":\"n/a\"", StringComparison.Ordinal));
    }

    private static SimulatorOptions Faulty(Action<Faults.FaultOptions> configure)
    {
        var options = new SimulatorOptions();
        options.Bursts.Chance = 0;
        var faults = options.Faults;
        (faults.AnomalyChance, faults.DuplicateChance, faults.MalformedChance) = (0, 0, 0);
        (faults.ClockAheadShare, faults.DaylightSavingShare, faults.Offline.Chance) = (0, 0, 0);
        configure(faults);
        return options;
    }

    private static List<Delivery> Take(SimulatorOptions options, TimeSpan span, int devices = 50)
    {
        options.Devices = devices;
        return [.. new DeviceFleet(options, Start).Deliveries(Start.AddTicks(-1), Start + span)];
    }

    private static string Text(Delivery delivery) => Encoding.UTF8.GetString(delivery.Message.Span);

    private static List<string> Texts(IEnumerable<Delivery> deliveries) => [.. deliveries.Select(Text)];

    private static DateTimeOffset TimeOf(Delivery delivery) =>
        DateTimeOffset.UnixEpoch.AddTicks((long)(Member(delivery, "Time").GetDecimal() * TimeSpan.TicksPerMillisecond));

    private static double Value(Delivery delivery, string measure) => Member(delivery, measure).GetDouble();

    private static int InRange(Delivery delivery) =>
        DailyCurve.All.Count(
            curve => Value(delivery, curve.Name) is var value && value >= curve.Low && value <= curve.High);

    private static JsonElement Member(Delivery delivery, string name)
    {
        using var document = JsonDocument.Parse(delivery.Message);
        return document.RootElement.GetProperty(name).Clone();
    }
}
