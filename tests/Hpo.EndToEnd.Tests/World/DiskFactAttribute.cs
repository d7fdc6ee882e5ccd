using System.ComponentModel;
using System.Diagnostics;

namespace Hpo.EndToEnd.Tests.World;

/// <summary>A test that gives the dashboard a disk of its own, which takes Linux and the right to mount one; it is skipped elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DiskFactAttribute : FactAttribute
{
    private static readonly bool CanMount = TryMount();

    public DiskFactAttribute()
    {
        if (!CanMount)
            Skip = "No disk can be mounted here.";
    }

    private static bool TryMount()
    {
        try
        {
            using var mount = Process.Start("unshare", ["--mount", "sh", "-c", "mount -t tmpfs tmpfs /tmp"]);
            mount.WaitForExit();
            return mount.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
