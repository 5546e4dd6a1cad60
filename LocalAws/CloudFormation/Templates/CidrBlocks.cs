using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace TelemetryAspire.LocalAws.CloudFormation.Templates;

/// <summary>What Fn::Cidr gives: the first blocks of one size in a larger block of IP addresses.</summary>
/// <remarks>Sample: <c>10.0.0.0/16</c>, 2, 8 gives <c>10.0.0.0/24</c> and <c>10.0.1.0/24</c>.</remarks>
internal static class CidrBlocks
{
    /// <summary>AWS's limit of one call.</summary>
    private const int MaxCount = 256;

    /// <param name="block">The larger block, IPv4 or IPv6.</param>
    /// <param name="count">How many blocks are asked for.</param>
    /// <param name="bits">The bits of an address that each block leaves free.</param>
    /// <exception cref="Protocol.AwsException">They cannot be, or do not fit.</exception>
    public static IEnumerable<string> Divide(string block, string count, string bits)
    {
        if (!IPNetwork.TryParse(block, out var network) || !IsWrittenPlainly(block, network))
        {
            throw TemplateErrors.Template($"Fn::Cidr: {block} is not a valid IP block");
        }

        var length = network.BaseAddress.AddressFamily == AddressFamily.InterNetwork ? 32 : 128;
        var blocks = Number("count", count, MaxCount);
        var free = Number("cidrBits", bits, length);
        // As many blocks as fit, or more than can be asked for.
        var available = length - network.PrefixLength - free;
        if (available < 0 || (available < 8 && blocks > 1 << available))
        {
            throw TemplateErrors.Template($"Fn::Cidr: {count} blocks of {bits} bits do not fit into {block}");
        }

        return Enumerable.Range(0, blocks).Select(i => Block(network.BaseAddress, length, (UInt128)i << free, free));
    }

    /// <summary>The parser takes 010.0.0.0 for octal and 10.1 for 10.0.0.1, which nobody means.</summary>
    private static bool IsWrittenPlainly(string block, IPNetwork network) =>
        network.BaseAddress.AddressFamily == AddressFamily.InterNetworkV6
        || (IPAddress.TryParse(block.AsSpan(0, block.IndexOf('/')), out var address)
            && block.StartsWith($"{address}/", StringComparison.Ordinal));

    private static string Block(IPAddress first, int length, UInt128 offset, int free)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        first.TryWriteBytes(bytes[(16 - (length / 8))..], out _);
        BinaryPrimitives.WriteUInt128BigEndian(bytes, BinaryPrimitives.ReadUInt128BigEndian(bytes) + offset);
        return $"{new IPAddress(bytes[(16 - (length / 8))..])}/{length - free}";
    }

    private static int Number(string name, string text, int max) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 && number <= max
            ? number
            : throw TemplateErrors.Template($"Fn::Cidr: {name} must be an integer from 1 to {max}, not {text}");
}
