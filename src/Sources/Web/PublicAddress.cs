using System.Net;

namespace Sources.Web;

/// <summary>Addresses of the network that all share (RFC 6890 lists those that are not).</summary>
static class PublicAddress
{
    static readonly IPNetwork[] Others =
    [
        .. ((string[])["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/3", "::/127", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8", "64:ff9b:1::/48"])
            .Select(n => IPNetwork.Parse(n)),
    ];

    public static bool IsNot(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return Array.Exists(Others, n => n.BaseAddress.AddressFamily == address.AddressFamily && n.Contains(address));
    }
}
