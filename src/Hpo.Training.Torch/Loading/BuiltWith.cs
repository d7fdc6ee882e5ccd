using System.Reflection;

namespace Hpo.Training.Torch.Loading;

/// <summary>What the build says about libtorch (eng/Torch.targets).</summary>
/// <param name="Torch">Which libtorch came with it: <c>cpu</c>, <c>cuda</c> or <c>none</c>.</param>
/// <param name="LibTorchFolder">The folder that holds it on the machine of the build; empty for none.</param>
/// <param name="LibTorchSharp">The file of TorchSharp's native part on that machine; empty where TorchSharp finds it by itself.</param>
internal sealed record BuiltWith(string Torch, string LibTorchFolder, string LibTorchSharp)
{
    /// <summary>What was said of this assembly.</summary>
    public static BuiltWith Read()
    {
        var said = typeof(BuiltWith).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().ToDictionary(attribute => attribute.Key, attribute => attribute.Value ?? "");
        return new(said["Torch"], said["LibTorchFolder"], said["LibTorchSharp"]);
    }
}
