using Hpo.Training.Torch.Loading;

namespace Hpo.Training.Torch.Tests.Loading;

public sealed class NativeFilesTests
{
    private static readonly BuiltWith Cpu = new("cpu", "/cache/libtorch", "/build/libLibTorchSharp.so"), None = Cpu with { Torch = "none", LibTorchFolder = "" };

    [Fact]
    public void What_the_build_found_is_loaded_from_there_in_the_order_in_which_it_is_needed()
    {
        var files = Find(Cpu, [], ["/cache/libtorch/libtorch_cpu.so", "/cache/libtorch/libc10.so", "/cache/libtorch/libtorch.so", "/build/libLibTorchSharp.so"]);

        Assert.Equal(["/cache/libtorch/libc10.so", "/cache/libtorch/libtorch_cpu.so", "/cache/libtorch/libtorch.so", "/build/libLibTorchSharp.so"], files.Paths);
    }

    [Fact]
    public void A_published_program_takes_what_lies_beside_it()
    {
        var files = Find(Cpu, [], ["/program/torch/libtorch_cpu.so", "/program/torch/libLibTorchSharp.so", "/cache/libtorch/libtorch_cpu.so", "/build/libLibTorchSharp.so"]);

        Assert.Equal(["/program/torch/libtorch_cpu.so", "/program/torch/libLibTorchSharp.so"], files.Paths);
    }

    [Fact]
    public void A_libtorch_for_cuda_is_loaded_with_its_part_for_cuda()
    {
        var files = Find(None with { Torch = "cuda" }, [], ["/program/libtorch_cpu.so", "/program/libtorch_cuda.so", "/program/libtorch.so", "/build/libLibTorchSharp.so"]);

        Assert.Equal(["/program/libtorch_cpu.so", "/program/libtorch_cuda.so", "/program/libtorch.so", "/build/libLibTorchSharp.so"], files.Paths);
    }

    [Theory]
    [InlineData("HPO_LIBTORCH", "/own")]
    [InlineData("LD_LIBRARY_PATH", "/elsewhere:/own")]
    public void A_libtorch_of_the_machine_is_named_by_a_variable(string name, string value)
    {
        var files = Find(None, new() { [name] = value }, ["/own/libtorch_cpu.so", "/build/libLibTorchSharp.so"]);

        Assert.Equal(["/own/libtorch_cpu.so", "/build/libLibTorchSharp.so"], files.Paths);
    }

    [Fact]
    public void A_folder_that_is_named_is_the_only_one_looked_at()
    {
        var problem = Problem(Cpu, new() { ["HPO_LIBTORCH"] = "/wrong" }, ["/cache/libtorch/libtorch_cpu.so", "/build/libLibTorchSharp.so"]);

        Assert.Equal("HPO_LIBTORCH names /wrong, and there is no libtorch_cpu.so in it: name the folder that holds libtorch’s libraries.", problem);
    }

    [Fact]
    public void What_was_left_out_of_the_build_is_said_with_what_to_do() => Assert.Equal(
        "This program was built without libtorch: build it again with neither --without-torch nor Torch=none, or name the folder of a libtorch 2.10 in HPO_LIBTORCH.",
        Problem(None, [], ["/build/libLibTorchSharp.so"]));

    [Fact]
    public void What_has_gone_since_the_build_is_said_with_what_to_do()
    {
        Assert.Equal(
            "libtorch is no longer where the build left it (/cache/libtorch): build again, or name the folder of a libtorch 2.10 in HPO_LIBTORCH.",
            Problem(Cpu, [], ["/build/libLibTorchSharp.so"]));
        Assert.Equal(
            "TorchSharp's own library, libLibTorchSharp.so, is no longer where the build left it (/build/libLibTorchSharp.so): build again.",
            Problem(Cpu, [], ["/cache/libtorch/libtorch_cpu.so"]));
    }

    private static NativeFiles Find(BuiltWith built, Dictionary<string, string> variables, string[] there)
    {
        var files = NativeFiles.Find(built, "/program", variables.GetValueOrDefault, there.Contains, out var problem);
        Assert.Null(problem);
        return files!;
    }

    private static string? Problem(BuiltWith built, Dictionary<string, string> variables, string[] there)
    {
        Assert.Null(NativeFiles.Find(built, "/program", variables.GetValueOrDefault, there.Contains, out var problem));
        return problem;
    }
}
