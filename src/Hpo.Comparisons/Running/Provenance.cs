using System.Reflection;
using System.Runtime.InteropServices;

namespace Hpo.Comparisons.Running;

/// <summary>With what a comparison is made.</summary>
internal static class Provenance
{
    /// <summary>The version of this program.</summary>
    public static string Program { get; } =
        typeof(Provenance).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>The runtime and the kind of machine.</summary>
    public static string Machine { get; } =
        $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSArchitecture}, {Environment.ProcessorCount} cores";
}
