using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Hpo.EndToEnd.Tests.World;

/// <summary>Debian's nginx in front of a dashboard, by the configuration of docs/nginx.conf: only ports, the certificate and the upstream's address are others.</summary>
internal sealed class Nginx : IAsyncDisposable
{
    private const string Program = "/usr/sbin/nginx";

    /// <summary>What it buffers on the disk by kind: in the folder of the test.</summary>
    private static readonly string[] Buffers = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly string _folder = Directory.CreateTempSubdirectory("hpo-nginx-").FullName;
    private readonly int _port = FreePort();
    private Process? _process;

    private Nginx()
    {
    }

    /// <summary>The name and port by which people reach it.</summary>
    public string Host => $"lab.example.org:{_port.ToString(CultureInfo.InvariantCulture)}";

    public Uri Address => new($"https://{Host}/");

    /// <summary>Starts it in front of a dashboard, and waits until it listens.</summary>
    public static async Task<Nginx> StartAsync(Uri dashboard)
    {
        Assert.True(File.Exists(Program), $"{Program} is not there: ./test.sh installs it.");
        var nginx = new Nginx();
        nginx.WriteCertificate();
        nginx.WriteConfiguration(dashboard);
        nginx._process = Process.Start(new ProcessStartInfo(Program, ["-p", nginx._folder, "-c", Path.Combine(nginx._folder, "nginx.conf"), "-e", "stderr", "-g", "daemon off;"])
        {
            RedirectStandardError = true,
        })!;
        var said = nginx._process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        while (!await nginx.ListensAsync())
        {
            if (nginx._process.HasExited)
                throw new InvalidOperationException("nginx ended: " + await said);
            await Task.Delay(20, patience.Token);
        }

        return nginx;
    }

    /// <summary>A browser's connection, which finds the name on this machine and trusts the certificate of the test.</summary>
    public SocketsHttpHandler NewHandler(CookieContainer cookies) => new()
    {
        CookieContainer = cookies,
        AllowAutoRedirect = false,
        SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null },
        ConnectCallback = async (_, cancellationToken) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, _port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        },
    };

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            // its workers end with it when it is told, and would be left when it is killed
            using (var signal = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]))
                await signal.WaitForExitAsync();
            await _process.WaitForExitAsync().WaitAsync(Patience);
        }

        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<bool> ListensAsync()
    {
        try
        {
            using var probe = new TcpClient();
            await probe.ConnectAsync(IPAddress.Loopback, _port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private void WriteConfiguration(Uri dashboard)
    {
        var site = File.ReadAllText(Path.Combine(Repository.Root, "docs", "nginx.conf"));
        foreach (var (documented, here) in new[]
        {
            ("listen 443 ssl;", $"listen 127.0.0.1:{_port.ToString(CultureInfo.InvariantCulture)} ssl;"),
            ("/etc/ssl/certs/lab.example.org.pem", Path.Combine(_folder, "certificate.pem")),
            ("/etc/ssl/private/lab.example.org.key", Path.Combine(_folder, "key.pem")),
            ("http://127.0.0.1:5080", dashboard.ToString().TrimEnd('/')),
        })
        {
            Assert.Contains(documented, site, StringComparison.Ordinal);
            site = site.Replace(documented, here, StringComparison.Ordinal);
        }

        var paths = string.Concat(Buffers.Select(kind => $"{kind}_temp_path {_folder}/{kind};\n"));
        File.WriteAllText(Path.Combine(_folder, "nginx.conf"), $"pid {_folder}/nginx.pid;\nevents {{ }}\nhttp {{\naccess_log off;\n{paths}{site}\n}}\n");
    }

    private void WriteCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=lab.example.org", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        File.WriteAllText(Path.Combine(_folder, "certificate.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(_folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
